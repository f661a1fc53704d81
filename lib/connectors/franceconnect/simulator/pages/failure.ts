import { html } from './html'
import { layout } from './layout'

/** FranceConnect's error codes, as its users read them at the bottom of the page. */
export const failures = {
  Y000400: 'La demande du service est incorrecte',
  Y500000: 'Une erreur s’est produite',
  '010015': 'La connexion est impossible',
  '100001': 'Ce compte n’est pas assez sûr pour ce service',
  '190001': 'Votre session a expiré',
} as const

export type FailureCode = keyof typeof failures

export type Failure = {
  readonly code: FailureCode
  readonly detail: string
  readonly serviceUrl: string
  /** The detail is the library’s own sentence. */
  readonly english?: boolean
  /** Where to post « revenir au service » while an authorization is pending. */
  readonly cancelAction?: string
  readonly chooseAgainUrl?: string
}

export function failurePage(failure: Failure): string {
  const { code, detail, serviceUrl, cancelAction, chooseAgainUrl, english } = failure
  const back = cancelAction
    ? html`<form method="post" action="${cancelAction}"><button class="button quiet" name="incident" value="access_denied">Revenir au service</button></form>`
    : html`<a class="button quiet" href="${serviceUrl}">Revenir au service</a>`
  return layout({
    title: failures[code],
    body: html`<p${english && html` lang="en"`}>${detail}</p>
<p class="code">Code d’erreur : ${code}</p>
<div class="row">${chooseAgainUrl && html`<a class="button" href="${chooseAgainUrl}">Choisir un autre compte</a>`}
${back}</div>`,
  })
}
