import { test as base } from '@playwright/test'
import { Backstage } from './backstage'
import type { SentFile, Traits } from './backstage-protocol'
import { type Citizen, deliver, knownCitizen, openCitizen, visitorAddress } from './people'
import { Visitors } from './visitors'

export { expect } from '@playwright/test'

/** People made for one test, ready to sign in. */
export type Cast = {
  /** Known to the health space; nothing opened yet. */
  known(wanted?: Partial<Traits>): Promise<Citizen>
  /** With an open space and these documents. */
  open(documents?: (citizen: Citizen) => readonly SentFile[]): Promise<Citizen>
  /** Opens the space of someone known, as she would on the screen. */
  openSpaceOf(citizen: Citizen): Promise<unknown>
  deliver(citizen: Citizen, files: readonly SentFile[]): Promise<void>
  /** A text that she added herself; its id. */
  own(citizen: Citizen, title: string): Promise<string>
}

type Fixtures = { readonly cast: Cast }
type WorkerFixtures = { readonly backstage: Backstage; readonly visitors: Visitors }

/** `test` of all our specifications: people, and a network address, of each test alone. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  backstage: [
    async ({ browserName: _browser }, use) => {
      const backstage = await Backstage.start()
      await use(backstage)
      await backstage.stop()
    },
    { scope: 'worker' },
  ],
  visitors: [({ browser, backstage }, use) => use(new Visitors(browser, backstage)), { scope: 'worker' }],
  cast: ({ backstage }, use) =>
    use({
      known: wanted => knownCitizen(backstage, wanted),
      open: documents => openCitizen(backstage, documents),
      openSpaceOf: citizen => backstage.ask('open', citizen),
      deliver: (citizen, files) => deliver(backstage, citizen, files),
      own: async ({ spaceId, name }, title) => (await backstage.ask('own', { spaceId, name, title })).id,
    }),
  extraHTTPHeaders: ({ browserName: _browser }, use) => use(visitorAddress()),
})
