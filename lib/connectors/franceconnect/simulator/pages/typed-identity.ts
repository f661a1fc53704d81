import { z } from 'zod'
import { birthDateSchema, franceCog, pivotIdentitySchema } from '../../port'
import type { IdentityProvider } from '../identity-providers'
import type { FictiveTraits } from '../people'
import { cancelForm } from './choices'
import { type Html, html } from './html'
import { layout } from './layout'

/** One row per field of the form « Une autre identité fictive ». */
const fields = [
  { name: 'birthName', label: 'Nom de naissance', hint: 'Par exemple : MARTIN', type: 'text' },
  { name: 'givenNames', label: 'Prénoms', hint: 'Dans l’ordre, séparés par une virgule', type: 'text' },
  { name: 'usedName', label: 'Nom d’usage (facultatif)', hint: undefined, type: 'text' },
  {
    name: 'birthDate',
    label: 'Date de naissance',
    hint: 'AAAA-MM-JJ, par exemple 1980-12-31 ; 00 si inconnu',
    type: 'text',
  },
  {
    name: 'birthPlace',
    label: 'Lieu de naissance',
    hint: 'Code COG de la commune, par exemple 75056 ; vide si né à l’étranger',
    type: 'text',
  },
  { name: 'birthCountry', label: 'Pays de naissance', hint: 'Code COG, 99100 pour la France', type: 'text' },
  {
    name: 'email',
    label: 'Adresse e-mail (facultatif)',
    hint: 'Par exemple : prenom.nom@exemple.test',
    type: 'email',
  },
] as const

type FieldName = (typeof fields)[number]['name'] | 'sex'

const messages: Record<FieldName, string> = {
  birthName: 'Indiquez un nom de naissance.',
  givenNames: 'Indiquez au moins un prénom.',
  usedName: 'Ce nom d’usage est trop long.',
  sex: 'Choisissez un sexe.',
  birthDate: 'Indiquez une date qui existe, sous la forme AAAA-MM-JJ.',
  birthPlace: 'Indiquez un code COG de cinq caractères ; il est obligatoire pour une naissance en France.',
  birthCountry: 'Indiquez un code COG de pays : 99 suivi de trois chiffres.',
  email: 'Indiquez une adresse e-mail complète.',
}

const shape = pivotIdentitySchema.shape
const typedSchema = z.object({
  birthName: shape.birthName,
  givenNames: z.string().transform(splitNames).pipe(shape.givenNames),
  usedName: optional(z.string().trim().max(100)),
  sex: shape.sex,
  birthDate: birthDateSchema,
  birthPlace: shape.birthPlace,
  birthCountry: shape.birthCountry,
  email: optional(z.email()),
})

/** In the order of the page. */
const fieldOrder: readonly FieldName[] = [
  'birthName',
  'givenNames',
  'usedName',
  'sex',
  'birthDate',
  'birthPlace',
  'birthCountry',
  'email',
]

export type TypedIdentity =
  | { readonly ok: true; readonly traits: FictiveTraits }
  | { readonly ok: false; readonly wrong: readonly FieldName[] }

export function readTypedIdentity(form: URLSearchParams): TypedIdentity {
  const raw = Object.fromEntries(fieldOrder.map(name => [name, (form.get(name) ?? '').trim()]))
  const parsed = typedSchema.safeParse(raw)
  const wrong = new Set(parsed.error?.issues.map(issue => String(issue.path[0])))
  if (raw.birthCountry === franceCog && raw.birthPlace === '') wrong.add('birthPlace')
  if (!parsed.success || wrong.size > 0)
    return { ok: false, wrong: fieldOrder.filter(name => wrong.has(name)) }
  const { usedName, email, ...traits } = parsed.data
  return { ok: true, traits: { ...traits, ...(usedName ? { usedName } : {}), ...(email ? { email } : {}) } }
}

export type TypedIdentityForm = {
  readonly action: string
  readonly provider: IdentityProvider
  readonly values: URLSearchParams
  readonly wrong: readonly FieldName[]
}

export function typedIdentityPage({ action, provider, values, wrong }: TypedIdentityForm): string {
  const input = (name: FieldName) => ({ value: values.get(name) ?? '', wrong: wrong.includes(name) })
  const country = values.get('birthCountry') ?? franceCog
  const inputs = fields.map(field =>
    textField(
      field,
      field.name === 'birthCountry' ? { ...input(field.name), value: country } : input(field.name),
    ),
  )
  return layout({
    title: wrong.length > 0 ? 'Erreur : vérifiez l’identité saisie' : 'Une autre identité fictive',
    body: html`${errorSummary(wrong)}
<p>Les mêmes traits donnent toujours la même personne. N’utilisez pas l’identité d’une personne réelle.</p>
<form method="post" action="${action}" novalidate>
<input type="hidden" name="fi" value="${provider.id}">
${inputs.slice(0, 3)}${sexField(input('sex'))}${inputs.slice(3)}
<button class="button" name="saisie" value="1">Continuer avec cette identité</button>
</form>
<p><a href="${action}?fi=${provider.id}">Revenir à la liste</a></p>
${cancelForm(action)}`,
  })
}

type FieldState = { readonly value: string; readonly wrong: boolean }

function textField({ name, label, hint, type }: (typeof fields)[number], { value, wrong }: FieldState): Html {
  const described = [hint && `${name}-aide`, wrong && `${name}-erreur`].filter(Boolean).join(' ')
  return html`<div class="field"><label for="${name}">${label}</label>
${hint && html`<p class="hint" id="${name}-aide">${hint}</p>`}
${wrong && html`<p class="error" id="${name}-erreur">${messages[name]}</p>`}
<input type="${type}" id="${name}" name="${name}" value="${value}" autocomplete="off"${described && html` aria-describedby="${described}"`}${wrong && html` aria-invalid="true"`}></div>`
}

function sexField({ value, wrong }: FieldState): Html {
  const radio = (code: string, label: string) =>
    html`<div class="radio"><input type="radio" id="sex-${code}" name="sex" value="${code}"${value === code && html` checked`}><label for="sex-${code}">${label}</label></div>`
  return html`<fieldset id="sex"${wrong && html` aria-describedby="sex-erreur"`}><legend>Sexe</legend>
${wrong && html`<p class="error" id="sex-erreur">${messages.sex}</p>`}
${radio('F', 'Féminin')}${radio('M', 'Masculin')}</fieldset>`
}

function errorSummary(wrong: readonly FieldName[]): Html | false {
  if (wrong.length === 0) return false
  const items = wrong.map(
    name => html`<li><a href="#${name === 'sex' ? 'sex-F' : name}">${messages[name]}</a></li>`,
  )
  return html`<div class="summary" role="alert" tabindex="-1"><h2>L’identité n’a pas pu être enregistrée</h2><ul>${items}</ul></div>`
}

function splitNames(text: string): string[] {
  return text
    .split(text.includes(',') ? ',' : /\s+/)
    .map(name => name.trim())
    .filter(name => name !== '')
}

function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(value => (value === '' ? undefined : value), schema.optional())
}
