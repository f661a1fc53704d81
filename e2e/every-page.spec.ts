import type { Page } from '@playwright/test'
import { pageKeys, pages } from '@/lib/navigation/pages'
import { newId } from '@/lib/platform/ids'
import { asOwner } from './support/database'
import { fiveKinds } from './support/documents'
import { checkPage, listen, unfold } from './support/page-check'
import { goToProvider, inventTraits, signIn, typeIdentity } from './support/people'
import { expect, test } from './support/test'
import type { VisitorKind, Visitors } from './support/visitors'

const application = new URL(process.env.APP_URL ?? 'http://localhost:3000').origin
const provider = new URL(process.env.FRANCECONNECT_ISSUER ?? 'http://localhost:3001').origin
const product = process.env.PRODUCT_NAME ?? 'Mon espace santé'

type Row = {
  readonly name: string
  readonly who?: VisitorKind
  readonly path: string | ((visitors: Visitors) => Promise<string>)
  readonly status?: number
  /** Brings the page to the state to look at. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

const imagingTitle = 'Radiographie du genou gauche'
const bareTitles = ['Attestation de suivi', 'Photo du plan', 'Notes de visite']

const rows: readonly Row[] = [
  ...pageKeys.map((key): Row => {
    const { path, access } = pages[key]
    return access === 'space' ? { name: path, path, who: 'full' } : { name: path, path }
  }),
  { name: '/connexion, after too long', path: '/connexion?motif=inactivite' },
  { name: '/connexion/echec', path: '/connexion/echec' },
  { name: '/connexion/personne-inconnue', path: '/connexion/personne-inconnue' },
  { name: '/connexion/personne-inconnue, homonyms', path: '/connexion/personne-inconnue?motif=homonymes' },
  { name: '/deconnexion/retour', path: '/deconnexion/retour' },
  { name: 'a page that does not exist', path: '/adresse-qui-n-existe-pas', status: 404 },
  {
    name: 'a page that does not exist, signed in',
    path: '/adresse-qui-n-existe-pas',
    status: 404,
    who: 'full',
  },
  { name: '/aide, signed in', path: '/aide', who: 'full' },
  { name: '/activation', path: '/activation', who: 'newcomer' },
  {
    name: '/activation, with errors',
    path: '/activation',
    who: 'newcomer',
    prepare: async page => {
      await page.getByRole('button', { name: 'Ouvrir mon espace' }).click()
      await page.getByText('Il manque une réponse').first().waitFor()
    },
  },
  {
    name: '/activation, the way not to open',
    path: '/activation',
    who: 'newcomer',
    prepare: page => page.getByText('Vous n’en voulez pas ?').click(),
  },
  { name: '/accueil, empty', path: '/accueil', who: 'empty' },
  { name: '/documents, empty', path: '/documents', who: 'empty' },
  { name: '/documents, filtered', path: '/documents?q=genou&categorie=RADIO_SC&tri=titre', who: 'full' },
  { name: '/documents, nothing found', path: '/documents?q=introuvable', who: 'full' },
  { name: '/documents, second page', path: '/documents?page=2', who: 'full' },
  { name: '/documents/resultats, empty', path: '/documents/resultats', who: 'empty' },
  { name: 'a test over time', path: '/documents/resultats/14749-6', who: 'full' },
  { name: 'a test that is not there', path: '/documents/resultats/2345-7x', status: 404, who: 'full' },
  { name: '/qui-voit-quoi, refusals', path: '/qui-voit-quoi?refus=oui', who: 'empty' },
  { name: '/qui-voit-quoi, filtered', path: '/qui-voit-quoi?groupe=documents&par=autres', who: 'full' },
  { name: '/qui-voit-quoi/verification', path: '/qui-voit-quoi/verification', who: 'full' },
  { name: 'a document that is not there', path: `/documents/${newId()}`, status: 404, who: 'full' },
  ...[...fiveKinds.map(({ title }) => title), ...bareTitles].map(
    (title): Row => ({
      name: `a document: ${title}`,
      path: async visitors => `/documents/${await visitors.documentId('full', title)}`,
      who: 'full',
      prepare: async page => {
        await unfold(page)
        const canvas = page.locator('canvas').first()
        if (title === 'Attestation de suivi') await expect(canvas).toBeVisible()
      },
    }),
  ),
  {
    name: 'who may see a document',
    path: async visitors => `/documents/${await visitors.documentId('full', imagingTitle)}/visibilite`,
    who: 'full',
  },
  ...['emporter', 'imprimer'].map(
    (rest): Row => ({
      name: `a copy of a document: ${rest}`,
      path: async visitors => `/documents/${await visitors.documentId('full', imagingTitle)}/${rest}`,
      who: 'full',
    }),
  ),
  { name: '/documents, several being chosen', path: '/documents?choisir=oui', who: 'full' },
  { name: '/documents/emporter, nothing chosen', path: '/documents/emporter', who: 'full' },
  { name: '/documents/choix, nothing chosen', path: '/documents/choix', who: 'full' },
  {
    name: 'a document, after a choice',
    path: async visitors => `/documents/${await visitors.documentId('full', imagingTitle)}?fait=visible`,
    who: 'full',
  },
  { name: '/developpement/composants, light', path: '/developpement/composants?theme=clair' },
  { name: '/developpement/composants, dark', path: '/developpement/composants?theme=sombre' },
]

test.describe('Every page, for everyone', () => {
  for (const { name, path, who, status = 200, prepare } of rows) {
    test(name, async ({ browser, visitors }) => {
      test.slow()
      const context = await browser.newContext(who ? { storageState: (await visitors.get(who)).state } : {})
      const page = await context.newPage()
      const faults = listen(page, [application])
      const address = typeof path === 'string' ? path : await path(visitors)
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(status)
      expect(new URL(page.url()).pathname, 'no redirection').toBe(new URL(address, application).pathname)
      await prepare?.(page)
      expect(await page.title()).toContain(product)
      await checkPage(page)
      expect(faults).toEqual([])
      await context.close()
    })
  }

  test('each has its own title', async ({ browser, visitors }) => {
    const seen = new Map<string, string>()
    for (const key of pageKeys) {
      const { path, access } = pages[key]
      const state = access === 'space' ? { storageState: (await visitors.get('full')).state } : {}
      const context = await browser.newContext(state)
      const page = await (await context.newPage()).goto(path)
      const title = /<title>([^<]*)<\/title>/.exec((await page?.text()) ?? '')?.[1] ?? ''
      expect(title, path).not.toBe('')
      expect(seen.get(title), `${path} has the title of another page`).toBeUndefined()
      seen.set(title, path)
      await context.close()
    }
  })

  test('a verification that finds a fault', async ({ page, cast }) => {
    test.slow()
    const citizen = await cast.open()
    await signIn(page, citizen)
    const rename = (from: string, to: string) =>
      asOwner(owner =>
        owner.query(
          `UPDATE audit_event SET actor_name = $3
            WHERE space_id = $1::uuid AND action = 'space.register' AND actor_name = $2`,
          [citizen.spaceId, from, to],
        ),
      )
    await rename('Service d’identité', 'Personne')
    try {
      await page.goto('/qui-voit-quoi/verification')
      await expect(page.getByText('Votre historique a été modifié')).toBeVisible()
      await checkPage(page)
    } finally {
      await rename('Personne', 'Service d’identité')
    }
  })

  test('an opposition', async ({ page, cast }) => {
    test.slow()
    await signIn(page, await cast.known())
    await page.getByText('Vous n’en voulez pas ?').click()
    await page.getByRole('checkbox', { name: 'Je m’oppose à l’ouverture' }).check()
    await page.getByRole('button', { name: 'M’opposer' }).click()
    await expect(page.getByText('Votre opposition est enregistrée')).toBeVisible()
    await checkPage(page)
  })

  test('the warning before the end of a session', async ({ page, cast }) => {
    test.slow()
    await signIn(page, await cast.open())
    await page.clock.install()
    await page.goto('/documents')
    // The watch begins with the page's own script.
    await page.waitForLoadState('networkidle')
    await page.clock.runFor('13:00')
    await expect(page.getByRole('dialog', { name: 'Vous êtes toujours là ?' })).toBeVisible()
    await checkPage(page)
  })
})

test.describe('Every page of the demonstration’s identity provider', () => {
  const steps: ReadonlyArray<readonly [string, (page: Page) => Promise<unknown>]> = [
    ['choose an account', () => Promise.resolve()],
    ['choose a person', page => page.locator('a[href*="carte-vitale-fictive"]').click()],
    [
      'type an identity, with errors',
      async page => {
        await typeIdentity(page, { ...inventTraits(), birthName: '', birthDate: '1980-13-45' })
        await page.getByRole('alert').waitFor()
      },
    ],
    ['an account too weak', page => page.locator('a[href*="impots-fictifs"]').click()],
  ]
  for (const [name, step] of steps) {
    test(name, async ({ page }) => {
      test.slow()
      const faults = listen(page, [application, provider])
      await goToProvider(page)
      await step(page)
      await checkPage(page)
      // The browser says on its console that the answer to a wrong form is a 4xx.
      expect(faults.filter(fault => !/status of 40[03]/.test(fault))).toEqual([])
    })
  }
})
