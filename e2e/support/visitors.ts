import type { Browser, BrowserContext } from '@playwright/test'
import type { Backstage } from './backstage'
import { documentsOf } from './database'
import { document, everyKind } from './documents'
import { type Citizen, knownCitizen, openCitizen, signIn, visitorAddress } from './people'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

export type Visitor = { readonly citizen: Citizen; readonly state: StorageState }

/** Who looks at a page: someone with documents, someone without any, someone who has opened nothing yet. */
export type VisitorKind = 'full' | 'empty' | 'newcomer'

const makers: Readonly<Record<VisitorKind, (backstage: Backstage) => Promise<Citizen>>> = {
  // More than one page of the list, every kind of document.
  full: backstage =>
    openCitizen(backstage, citizen => [
      ...everyKind(citizen),
      ...Array.from({ length: 45 }, (_, index) =>
        document(citizen, {
          title: `Consultation numéro ${index + 1}`,
          effectiveTime: new Date(Date.UTC(2021, index, 3, 9)),
        }),
      ),
    ]),
  empty: backstage => openCitizen(backstage),
  newcomer: backstage => knownCitizen(backstage),
}

/** People who only read, signed in once for all the tests of a worker. */
export class Visitors {
  readonly #browser: Browser
  readonly #backstage: Backstage
  readonly #made = new Map<VisitorKind, Promise<Visitor>>()

  constructor(browser: Browser, backstage: Backstage) {
    this.#browser = browser
    this.#backstage = backstage
  }

  get(kind: VisitorKind): Promise<Visitor> {
    const known = this.#made.get(kind)
    if (known) return known
    const made = this.#make(kind)
    this.#made.set(kind, made)
    return made
  }

  async documentId(kind: VisitorKind, title: string): Promise<string> {
    const { citizen } = await this.get(kind)
    const found = (await documentsOf(citizen.spaceId)).find(one => one.title === title)
    if (!found) throw new Error(`no document is called ${title}`)
    return found.id
  }

  async #make(kind: VisitorKind): Promise<Visitor> {
    const citizen = await makers[kind](this.#backstage)
    const context = await this.#browser.newContext({
      baseURL: process.env.APP_URL ?? 'http://localhost:3000',
      extraHTTPHeaders: visitorAddress(),
    })
    await signIn(await context.newPage(), citizen)
    const state = await context.storageState()
    await context.close()
    return { citizen, state }
  }
}
