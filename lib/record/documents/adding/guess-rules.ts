import { dayInFrance } from '@/lib/platform/france-time'
import { categorySuggestedBy } from '@/lib/record/documents/adding/rules'
import type { CategoryCode } from '@/lib/record/documents/categories'
import { searchable } from '@/lib/record/documents/searching/search-text'

/**
 * What the words of a document seem to say of it: its kind, its date, its title. Only ever proposed to the person who
 * added it, who confirms or not. Pure.
 */
export type Guess = {
  readonly category: CategoryCode | null
  /** YYYY-MM-DD */
  readonly day: string | null
  readonly title: string | null
}

/** Letterheads and titles are at the beginning; further, words speak of other documents. */
const beginning = 2_000

type Kind = { readonly words: RegExp; readonly title: string; readonly category: CategoryCode }

/** The most precise first. Compared with words without accents or capitals. */
const kinds: readonly Kind[] = [
  {
    words: /\b(?:avis|certificat|prescription) d arret de travail|\barret de travail\b/,
    title: 'Arrêt de travail',
    category: 'CERT_MED',
  },
  { words: /\bdirectives? anticipees?\b/, title: 'Directives anticipées', category: 'DIR_ANT' },
  {
    words: /\b(?:carnet|certificat|attestation) de vaccination\b/,
    title: 'Certificat de vaccination',
    category: 'CERT_MED',
  },
  { words: /\bmammographie\b/, title: 'Mammographie', category: 'RADIO_SC' },
  { words: /\b(?:irm|imagerie par resonance magnetique)\b/, title: 'IRM', category: 'RADIO_SC' },
  { words: /\b(?:scanner|tomodensitometrie|tdm)\b/, title: 'Scanner', category: 'RADIO_SC' },
  { words: /\bechographie\b/, title: 'Échographie', category: 'RADIO_SC' },
  {
    words: /\b(?:radiographie|radiographies|radiologie)\b/,
    title: 'Compte rendu de radiologie',
    category: 'RADIO_SC',
  },
  {
    words: /\bcompte rendu d hospitalisation\b/,
    title: 'Compte rendu d’hospitalisation',
    category: 'CPT_REND',
  },
  { words: /\bcompte rendu operatoire\b/, title: 'Compte rendu opératoire', category: 'CPT_REND' },
  {
    words: /\b(?:laboratoire|biologie medicale|hemogramme|numeration|analyses medicales)\b/,
    title: 'Analyses de laboratoire',
    category: 'BIOLOGIE',
  },
  { words: /\bordonnance\b/, title: 'Ordonnance', category: 'ORD_SOIN' },
  { words: /\bcompte rendu de consultation\b/, title: 'Compte rendu de consultation', category: 'CPT_REND' },
  { words: /\bcertificat medical\b/, title: 'Certificat médical', category: 'CERT_MED' },
  { words: /\bcarte d identite\b|\bpasseport\b/, title: 'Pièce d’identité', category: 'DOC_ADM' },
  {
    words: /\battestation de (?:droits|tiers payant)\b|\bcarte (?:mutuelle|de tiers payant)\b/,
    title: 'Attestation',
    category: 'DOC_ADM',
  },
]

/** Where a kind is first named; the nearest to the beginning is what the document is. */
function kindOf(plain: string): Kind | null {
  const found = kinds
    .map(kind => ({ kind, at: plain.search(kind.words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return found[0]?.kind ?? null
}

const months = [
  ...['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
]

const written = new RegExp(
  `\\b(0?[1-9]|[12]\\d|3[01])(?:er)? (?:(${months.join('|')})|(0?[1-9]|1[0-2])) ((?:19|20)\\d{2})\\b`,
  'g',
)

type Dated = { readonly day: string; readonly before: string }

/** `searchable` has made blanks of slashes, dots and dashes: 12/03/2024 reads « 12 03 2024 ». */
function datesIn(plain: string): Dated[] {
  return [...plain.matchAll(written)].flatMap(match => {
    const [, dayOfMonth = '', name, number = '', year = ''] = match
    const month = name ? months.indexOf(name) + 1 : Number(number)
    const day = `${year}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
    const exists = new Date(`${day}T12:00:00Z`).toISOString().startsWith(day)
    const before = plain.slice(Math.max(0, match.index - 40), match.index)
    return exists ? [{ day, before }] : []
  })
}

const ofBirth = /\b(?:nee?|ne e|naissance|ddn)\b[a-z ]*$/
const ofDocument = /\b(?:le|date|du|examen|prelevement|etabli|fait|edite)\b(?: [a-z]+)? $/

/** Not a birth, not to come; what is said to be its date before any other. */
function dayOf(plain: string, now: Date): string | null {
  const today = dayInFrance(now)
  const dates = datesIn(plain).filter(({ day, before }) => day <= today && !ofBirth.test(before))
  return (dates.find(({ before }) => ofDocument.test(before)) ?? dates[0])?.day ?? null
}

/** What the words of a document say of it; null when they say nothing that could be proposed. */
export function guessFrom(text: string, now: Date): Guess | null {
  const plain = searchable(text.slice(0, beginning))
  const kind = kindOf(plain)
  const category = kind?.category ?? categorySuggestedBy(plain.slice(0, 200))
  const day = dayOf(plain, now)
  return kind || category || day ? { category, day, title: kind?.title ?? null } : null
}

type Said = { readonly category: string; readonly title: string; readonly day: string | null }

/** What is worth proposing: only what differs from what is said already, and not the title alone. */
export function proposalFor(guess: Guess | null, { category, title, day }: Said): Guess | null {
  if (!guess) return null
  const proposed = {
    category: guess.category === category ? null : guess.category,
    day: guess.day === day ? null : guess.day,
    title: guess.title && !searchable(title).includes(searchable(guess.title)) ? guess.title : null,
  }
  return proposed.category || proposed.day ? proposed : null
}

/** The fields of the form with what is proposed in them. */
export function withProposal(
  fields: Readonly<Record<string, string>>,
  { category, day, title }: Guess,
): Record<string, string> {
  const [annee = '', mois = '', jour = ''] = day?.split('-') ?? []
  return {
    ...fields,
    ...(category && { categorie: category }),
    ...(title && { titre: title }),
    ...(day && { annee, mois: String(Number(mois)), jour: String(Number(jour)) }),
  }
}
