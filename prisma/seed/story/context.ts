import type { OrganizationDraft, ProfessionalDraft } from '@/lib/interop/cda-writer/draft'
import type { Calendar } from './calendar'
import { organizations, professionalOf } from './professionals'
import type { DemonstrationPerson, OrganizationKey, ProfessionalKey, StoryDocument } from './schema'

/** What is needed to write one document: who, when, and the other documents of the same person. */
export type Context = {
  readonly calendar: Calendar
  readonly person: DemonstrationPerson
  readonly row: StoryDocument
  readonly rows: readonly StoryDocument[]
  readonly day: string
  readonly instant: Date
}

const structureRoot = '1.2.250.1.71.4.2.2'
const settingSystem = '1.2.250.1.213.1.1.4.9'

export function organizationDraft(key: OrganizationKey): OrganizationDraft {
  const { id, name, phone, street, postalCode, city, setting } = organizations[key]
  return {
    id: { root: structureRoot, extension: id },
    name,
    phone,
    address: { street, postalCode, city },
    setting: { ...setting, system: settingSystem },
  }
}

/** The health insurance is a producer that is no professional, and so is a psychologist in another list. */
const specialtySystems: Readonly<Record<string, string>> = {
  ALIM_AM: '1.2.250.1.213.1.1.4.6',
  '93': '1.2.250.1.213.1.6.1.109',
}

export function professionalDraft(key: ProfessionalKey): ProfessionalDraft {
  const professional = professionalOf(key)
  const { family, given, prefix, suffix, specialty } = professional
  return {
    id: { root: '1.2.250.1.71.4.2.1', extension: professional.id },
    specialty: { ...specialty, system: specialtySystems[specialty.code] ?? '1.2.250.1.213.1.1.4.5' },
    organization: organizationDraft(professional.organization),
    by:
      key === 'insurance'
        ? {
            kind: 'software',
            name: 'Assurance maladie (démonstration)',
            model: 'Téléservice de démonstration',
          }
        : { kind: 'person', family, given, prefix, ...(suffix ? { suffix } : {}) },
  }
}
