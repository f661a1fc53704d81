import { type IdentityProvider, identityProviders } from '../identity-providers'
import { type FictivePerson, fictivePeople } from '../people'
import { type Html, html } from './html'
import { layout } from './layout'

/** Errors a service must survive, chosen on the page: the value is the OAuth error it receives. */
export const incidents = {
  access_denied: { button: 'Annuler et revenir au service', description: 'User auth aborted' },
  server_error: { button: 'Erreur du serveur', description: 'Authentication failed' },
  temporarily_unavailable: { button: 'Service momentanément indisponible', description: 'Try again later' },
  invalid_scope: { button: 'Données non autorisées', description: 'requested scope is not allowed' },
} as const

export type Incident = keyof typeof incidents

export function isIncident(value: string | null): value is Incident {
  return value !== null && Object.hasOwn(incidents, value)
}

export function providersPage(action: string): string {
  const choices = identityProviders.map(
    ({ id, name, about }) =>
      html`<li><a class="choice" href="${action}?fi=${id}"><strong>${name}</strong><span>${about}</span></a></li>`,
  )
  return layout({
    title: 'Choisissez un compte pour vous identifier',
    body: html`<ul class="choices">${choices}</ul>
${cancelForm(action)}
<details><summary>Simuler un incident</summary>
<form method="post" action="${action}" class="row">${incidentButtons()}</form></details>`,
  })
}

export type PeopleChoice = {
  readonly action: string
  readonly provider: IdentityProvider
  /** Moved to the top: what the service announced with `login_hint`. */
  readonly hint: string | undefined
}

export function peoplePage({ action, provider, hint }: PeopleChoice): string {
  const people: readonly FictivePerson[] = fictivePeople
  const expected = people.filter(person => isHinted(person, hint))
  const others = people.filter(person => !isHinted(person, hint))
  return layout({
    title: `Qui êtes-vous ? ${provider.name}`,
    body: html`<form method="post" action="${action}">
<input type="hidden" name="fi" value="${provider.id}">
<ul class="choices">${[...expected, ...others].map(personChoice)}
<li><a class="choice" href="${action}?fi=${provider.id}&autre=1"><strong>Une autre identité fictive</strong><span>Saisir les traits d’identité</span></a></li></ul>
</form>
<p><a href="${action}?comptes=1">Choisir un autre compte</a></p>
${cancelForm(action)}`,
  })
}

export function cancelForm(action: string): Html {
  return html`<form method="post" action="${action}" class="row"><button class="button quiet" name="incident" value="access_denied">${incidents.access_denied.button}</button></form>`
}

function incidentButtons(): readonly Html[] {
  return Object.entries(incidents)
    .filter(([error]) => error !== 'access_denied')
    .map(
      ([error, { button }]) =>
        html`<button class="button quiet" name="incident" value="${error}">${button}</button>`,
    )
}

function personChoice(person: FictivePerson): Html {
  const used = person.usedName ? ` (nom d’usage ${person.usedName})` : ''
  return html`<li><button class="choice" name="personne" value="${person.id}"><strong>${person.givenNames.join(' ')} ${person.birthName}${used}</strong><span>${born(person)} ${person.about}</span></button></li>`
}

function born({ sex, birthDate }: FictivePerson): string {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const verb = sex === 'F' ? 'Née' : 'Né'
  return day === '00' ? `${verb} en ${year}.` : `${verb} le ${day}/${month}/${year}.`
}

function isHinted(person: FictivePerson, hint: string | undefined): boolean {
  return hint !== undefined && (person.id === hint || person.email === hint)
}
