import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { nirKey } from '@/lib/people/identity/ins'
import type { Backstage } from './backstage'
import type { SentFile, Traits } from './backstage-protocol'

/** Someone who does not exist, known to the health space, with an address of her own on the network. */
export type Citizen = Traits & {
  readonly matricule: string
  readonly spaceId: string
  /** As the pages greet her: first given name, birth name. */
  readonly name: string
}

const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[randomInt(items.length)] ?? items[0]

const syllables = [
  'ba',
  'co',
  'du',
  'fi',
  'ga',
  'lo',
  'mi',
  'na',
  'pe',
  'ro',
  'su',
  'ta',
  'vo',
  'ze',
] as const

/** Eight syllables: two people of one run never share a name by chance. */
function inventName(): string {
  return Array.from({ length: 8 }, () => pick(syllables))
    .join('')
    .toUpperCase()
}

export function inventTraits(wanted: Partial<Traits> = {}): Traits {
  const day = String(randomInt(1, 29)).padStart(2, '0')
  const month = String(randomInt(1, 13)).padStart(2, '0')
  return {
    birthName: inventName(),
    givenNames: [pick(['Alba', 'Nour', 'Inès', 'Maya', 'Zélie'])],
    sex: 'F',
    birthDate: `${randomInt(1940, 2005)}-${month}-${day}`,
    birthPlace: '69383',
    ...wanted,
  }
}

function matriculeOf({ sex, birthDate, birthPlace }: Traits): string {
  const [year = '', month = ''] = birthDate.split('-')
  const serial = String(randomInt(1_000_000)).padStart(6, '0')
  const body = `${sex === 'F' ? 2 : 1}${year.slice(2)}${month}${birthPlace.slice(0, 2)}${serial}`
  return `${body}${nirKey(body)}`
}

/** Known to the health space; nothing opened yet. */
export async function knownCitizen(backstage: Backstage, wanted: Partial<Traits> = {}): Promise<Citizen> {
  const traits = inventTraits(wanted)
  const matricule = matriculeOf(traits)
  const { spaceId } = await backstage.ask('register', { ...traits, matricule })
  return { ...traits, matricule, spaceId, name: `${traits.givenNames[0]} ${traits.birthName}` }
}

/** With an open space, and these documents in it. */
export async function openCitizen(
  backstage: Backstage,
  documents: (citizen: Citizen) => readonly SentFile[] = () => [],
): Promise<Citizen> {
  const citizen = await knownCitizen(backstage)
  await backstage.ask('open', citizen)
  const files = documents(citizen)
  if (files.length > 0) await deliver(backstage, citizen, files)
  return citizen
}

/** Every file must get in: a refusal is a fault of the test. */
export async function deliver(
  backstage: Backstage,
  citizen: Citizen,
  files: readonly SentFile[],
): Promise<void> {
  const { refused } = await backstage.ask('import', { matricule: citizen.matricule, files })
  if (refused.length > 0) throw new Error(`refused on import: ${refused.join(', ')}`)
}

/** An address of the range kept for tests (RFC 2544): each visitor has a limit of sign-ins of her own. */
export function visitorAddress(): Record<string, string> {
  return { 'x-forwarded-for': `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(1, 255)}` }
}

/** From the sign-in page to the choice of an account at the identity provider. */
export async function goToProvider(page: Page): Promise<void> {
  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Se connecter avec FranceConnect+' }).click()
  await page.getByRole('heading', { level: 1, name: /Choisissez un compte/ }).waitFor()
}

/** At the identity provider: says who one is, with any traits. */
export async function typeIdentity(
  page: Page,
  person: Traits,
  account = 'carte-vitale-fictive',
): Promise<void> {
  await page.locator(`a[href*="${account}"]`).click()
  await page.getByRole('link', { name: /Une autre identité fictive/ }).click()
  await page.getByLabel('Nom de naissance').fill(person.birthName)
  await page.getByLabel('Prénoms').fill(person.givenNames.join(', '))
  await page.getByLabel(person.sex === 'F' ? 'Féminin' : 'Masculin').check()
  await page.getByLabel('Date de naissance').fill(person.birthDate)
  await page.getByLabel('Lieu de naissance').fill(person.birthPlace)
  await page.getByRole('button', { name: 'Continuer avec cette identité' }).click()
}

/** The whole way in, through the real identity provider of the demonstration. */
export async function signIn(page: Page, person: Traits): Promise<void> {
  await goToProvider(page)
  await typeIdentity(page, person)
  await page.waitForURL(/\/(accueil|activation)$/)
}

export async function signOut(page: Page): Promise<void> {
  await page.getByText(/^Mon espace$/).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Votre session est fermée' }).waitFor()
}
