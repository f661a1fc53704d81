import { Banner } from '@/components/ui/banner/banner'
import { DescriptionList } from '@/components/ui/description-list/description-list'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { birthDateInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import type { PersonIdentity } from '@/lib/people/identity/within'

/** « Bien identifié » is how one gets one's own documents: the traits of the INS, and the number in groups. */
export function IdentityPage({ person }: { person: PersonIdentity }) {
  const t = texts('signIn.identity')
  const grouped = person.matricule.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7')
  return (
    <>
      <PageHeader lead={t('lead')} title={t('title')} />
      <Leaf>
        <DescriptionList
          facts={[
            { term: t('birthName'), details: person.birthName },
            ...(person.usedName ? [{ term: t('usedName'), details: person.usedName }] : []),
            { term: t('givenNames'), details: person.givenNames.join(' ') },
            { term: t('sex'), details: t(`sexes.${person.sex}`) },
            { term: t('birthDate'), details: birthDateInWords(person.birthDate) },
            { term: t('birthPlace'), details: t('birthPlaceCode', { code: person.birthPlace }) },
            { term: t('matricule'), details: grouped },
          ]}
        />
      </Leaf>
      <Banner title={t('wrong')} tone="calm">
        <p>{t('wrongBody')}</p>
      </Banner>
    </>
  )
}
