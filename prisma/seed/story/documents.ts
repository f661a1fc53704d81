import { addDays, calendarOf, parisInstant } from './calendar'
import { camille2020 } from './camille-2020'
import { camille2023 } from './camille-2023'
import { camille2025 } from './camille-2025'
import { camille2026 } from './camille-2026'
import { camilleAutumn } from './camille-autumn'
import { camillePregnancy } from './camille-pregnancy'
import { documentBytes, isBare } from './compile'
import type { Context } from './context'
import { hugo } from './hugo'
import { jeanneHeart } from './jeanne-heart'
import { jeanneKnee } from './jeanne-knee'
import { ousmane } from './ousmane'
import { personOf } from './people'
import type { PersonKey, StoryDocument, Visibility } from './schema'
import type { TypeKey } from './types'

export const story: Readonly<Partial<Record<PersonKey, readonly StoryDocument[]>>> = {
  camille: [
    ...camillePregnancy,
    ...camille2020,
    ...camille2023,
    ...camille2025,
    ...camille2026,
    ...camilleAutumn,
  ],
  jeanne: [...jeanneHeart, ...jeanneKnee],
  hugo,
  ousmane,
}

export type DemonstrationDocument = {
  readonly personKey: PersonKey
  readonly receivedAt: Date
  readonly fileName: string
  readonly bytes: () => Uint8Array
  /** `citizen` for a bare file that the person adds, whose title and type are then the person's words. */
  readonly sentBy: 'professional' | 'citizen'
  readonly type: TypeKey
  readonly title: string
  /** When the document was made; the day of the care for a professional's one. */
  readonly documentAt: Date
  /** Such a document comes in a package (IHE_XDM.zip) whose metadata carry the code. */
  readonly visibility?: Visibility
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/g, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

function fileName(context: Context, title: string): string {
  const { body } = context.row
  const sent = context.row.visibility ? 'zip' : 'xml'
  const bare = { photo: 'png', images: 'dcm', letter: 'pdf' } as const
  const extension = isBare(context) && body.kind in bare ? bare[body.kind as keyof typeof bare] : sent
  return `${context.day}-${plain(title)}.${extension}`
}

/** Half an hour after it was written, or in the evening when it travelled for some days. */
function receivedAt(context: Context): Date {
  const { arrivesAfter } = context.row
  return arrivesAfter === undefined
    ? new Date(context.instant.getTime() + 30 * 60_000)
    : parisInstant(addDays(context.day, arrivesAfter), '18:30')
}

/** The documents of the demonstration, oldest first. The same day always gives the same bytes. */
export function demonstrationDocuments(today: Date): readonly DemonstrationDocument[] {
  const calendar = calendarOf(today)
  const people = Object.entries(story) as readonly (readonly [PersonKey, readonly StoryDocument[]])[]
  return people
    .flatMap(([personKey, rows]) =>
      rows.map((row): DemonstrationDocument => {
        const day = row.still ? row.on : calendar.day(row.on)
        const instant = parisInstant(day, row.at ?? '12:00')
        const context: Context = { calendar, person: personOf(personKey), row, rows, day, instant }
        const title = calendar.tell(row.title)
        return {
          personKey,
          receivedAt: receivedAt(context),
          fileName: fileName(context, title),
          bytes: () => documentBytes(context),
          sentBy: row.by === 'self' ? 'citizen' : 'professional',
          type: row.type,
          title,
          documentAt: instant,
          ...(row.visibility ? { visibility: row.visibility } : {}),
        }
      }),
    )
    .sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())
}
