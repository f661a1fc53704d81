import { withSpace } from '@/lib/control/access/gate'
import { ok } from '@/lib/platform/result'
import { indexToFill } from '@/lib/record/documents/key-store'
import { rootsIn } from '@/lib/record/documents/searching/rules'
import { keepReading } from '@/lib/record/documents/searching/store'

/** What doctors write, near enough: enough different words for an index to have something to do. */
const stems =
  'glycémie douleur thoracique lombaire scanner abdomen lithiase appendicite cholécystectomie anticoagulant allergie pénicilline hémoglobine plaquette créatinine tension artérielle pouls fracture radius entorse cheville migraine vertige toux fièvre angine otite bronchite pneumonie asthme eczéma psoriasis dépression insomnie anxiété diabète thyroïde cholestérol statine aspirine paracétamol ibuprofène amoxicilline vaccin rappel grossesse échographie mammographie coloscopie polype biopsie frottis prostate hernie varice phlébite embolie infarctus coronaire stent arythmie fibrillation pacemaker cataracte glaucome rétine surdité acouphène arthrose genou hanche prothèse kinésithérapie rééducation cicatrice pansement suture drain sonde perfusion transfusion dialyse greffe'.split(
    ' ',
  )
const suites =
  'ancien récent stable modéré sévère droit gauche bilatéral discret marqué connu suspect traité surveillé opéré normal'.split(
    ' ',
  )

/** The same text for the same document at each run: two hundred words, one of them its own. */
export function pageOf(number: number): string {
  let seed = (number + 1) * 40_503
  // xorshift: unlike a congruence, its low bits do not alternate.
  const next = (below: number) => {
    seed ^= seed << 13
    seed ^= seed >>> 17
    seed ^= seed << 5
    return (seed >>> 0) % below
  }
  const words = Array.from(
    { length: 100 },
    () => `${stems[next(stems.length)]} ${suites[next(suites.length)]}`,
  )
  return `${words.join(', ')}. Dossier ref${number.toString(36)}.`
}

const together = 100

export type ToRead = {
  readonly spaceId: string
  readonly documents: ReadonlyArray<{ readonly id: string; readonly searchText: string }>
}

/** Every document of a space, read inside as the worker keeps what it reads. @returns how many */
export async function readAllInside({ spaceId, documents }: ToRead): Promise<number> {
  for (let from = 0; from < documents.length; from += together) {
    const some = documents.slice(from, from + together)
    const done = await withSpace(
      {
        actor: { kind: 'system', id: 'search', name: 'Votre espace santé' },
        channel: 'background',
        spaceId,
        action: 'document.index',
      },
      async space => {
        const index = await indexToFill(space)
        for (const [i, { id, searchText }] of some.entries()) {
          const text = pageOf(from + i)
          await keepReading(space, index, {
            documentId: id,
            state: 'read',
            roots: rootsIn(`${searchText} ${text}`),
            pages: [{ page: 0, text }],
          })
        }
        return ok(null)
      },
    )
    if (!done.ok) throw new Error(`reading inside: ${done.error.code}`)
  }
  return documents.length
}
