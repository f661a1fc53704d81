import { Button } from '@/components/ui/button/button'
import { Checkbox } from '@/components/ui/checkbox/checkbox'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { TextField } from '@/components/ui/field/field'
import { Link } from '@/components/ui/link/link'
import { Select } from '@/components/ui/select/select'
import { texts } from '@/lib/content/texts'
import type { HistoryFilter } from '@/lib/control/audit/schema'

/** About what, by whom, when, and refusals alone. A plain form: its answer is an address. */
export function HistoryFilters({ filter }: { filter: HistoryFilter }) {
  const t = texts('history')
  const chosen = Object.entries(filter).some(([name, value]) => name !== 'avant' && value !== undefined)
  return (
    <Disclosure open={chosen} summary={t('filters')}>
      <form action="/qui-voit-quoi" className="flex flex-col gap-4 sm:flex-row sm:flex-wrap sm:items-end">
        <Select
          defaultValue={filter.groupe ?? ''}
          label={t('group')}
          name="groupe"
          options={[
            { value: 'documents', label: t('groups.documents') },
            { value: 'general', label: t('groups.general') },
            { value: 'services', label: t('groups.services') },
          ]}
          placeholder={t('groups.all')}
        />
        <Select
          defaultValue={filter.par ?? ''}
          label={t('by')}
          name="par"
          options={[
            { value: 'moi', label: t('bys.moi') },
            { value: 'autres', label: t('bys.autres') },
          ]}
          placeholder={t('bys.all')}
        />
        <TextField defaultValue={filter.du} label={t('from')} name="du" type="date" />
        <TextField defaultValue={filter.au} label={t('to')} name="au" type="date" />
        <Checkbox defaultChecked={filter.refus === 'oui'} label={t('refusedOnly')} name="refus" value="oui" />
        <Button type="submit" variant="secondary">
          {t('apply')}
        </Button>
        <Link href="/qui-voit-quoi" look="standing">
          {t('clear')}
        </Link>
      </form>
    </Disclosure>
  )
}
