import { writeXdm } from '@/lib/interop/xdm/write'
import type { Context } from './context'
import { organizations, professionalOf } from './professionals'
import type { Visibility } from './schema'

/**
 * The package of a document that not everybody may see: its visibility code has no place of its own in the document,
 * it travels in the metadata of the exchange (XDS confidentialityCode, beside the level).
 */

const levelSystem = '2.16.840.1.113883.5.25'
const visibilitySystem = '1.2.250.1.213.1.1.4.13'

export const visibilityNames: Readonly<Record<Visibility, string>> = {
  MASQUE_PS: 'Masqué aux professionnels de santé',
  INVISIBLE_PATIENT: 'Non visible par le patient',
  INVISIBLE_REPRESENTANTS_LEGAUX: 'Non visible par les représentants légaux du patient',
}

/** A uuid that depends on the document only. */
const uuid = (part: number, n: number): string =>
  `urn:uuid:00000000-0999-4999-8999-${String(part)}${String(n).padStart(11, '0')}`

type Sealed = { readonly document: Uint8Array; readonly uniqueId: string; readonly visibility: Visibility }

export function packageBytes(context: Context, { document, uniqueId, visibility }: Sealed): Uint8Array {
  const { person, row } = context
  const sender = organizations[row.by === 'self' ? 'villebrume' : professionalOf(row.by).organization]
  const patientId = { value: person.matricule, authority: person.oid, type: 'NH' }
  const title = context.calendar.tell(row.title)
  return writeXdm(
    {
      entryUuid: uuid(1, row.n),
      uniqueId: `1.2.250.1.999.4.${row.n}`,
      sourceId: `1.2.250.1.71.4.2.2.${sender.id}`,
      patientId,
      title,
      documents: [
        {
          entryUuid: uuid(2, row.n),
          uniqueId,
          bytes: document,
          mimeType: 'text/xml',
          patientId,
          title,
          confidentiality: [
            { code: 'N', system: levelSystem, label: 'Normal' },
            { code: visibility, system: visibilitySystem, label: visibilityNames[visibility] },
          ],
        },
      ],
    },
    { name: sender.name, application: 'Logiciel de démonstration 1.0' },
  )
}
