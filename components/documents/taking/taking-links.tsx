import { Download, Printer } from 'lucide'
import { ButtonLink } from '@/components/ui/button/button'
import { texts } from '@/lib/content/texts'

/** From a document's page: the warning first, unless this reader knows it. */
export function TakingLinks({ id, warns }: { id: string; warns: boolean }) {
  const t = texts('taking')
  const here = `/documents/${id}`
  const print = (
    <ButtonLink href={`${here}/imprimer`} icon={Printer} variant="secondary">
      {t('print')}
    </ButtonLink>
  )
  if (warns)
    return (
      <>
        <ButtonLink href={`${here}/emporter`} icon={Download}>
          {t('title')}
        </ButtonLink>
        {print}
      </>
    )
  return (
    <>
      <ButtonLink download href={`/api/read${here}/original`} icon={Download}>
        {t('download')}
      </ButtonLink>
      {print}
      <ButtonLink href={`${here}/emporter`} variant="quiet">
        {t('another')}
      </ButtonLink>
    </>
  )
}
