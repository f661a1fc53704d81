import type { Page } from '@playwright/test'
import { inBrowser, signIn } from './browser'
import type { Door } from './searcher'

/** What a slow phone makes of the list of someone who has thousands of documents. */

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
/** A phone of some years ago beside this machine, as Chromium's own tools imitate it. */
const slowness = 6

/** Milliseconds from a tap or a key to the next picture: the slowest of all (INP of a short visit), and how many. */
export type Interaction = { readonly worst: number; readonly count: number }

/** Reads what the browser itself measured (Event Timing): entries of one interaction share an id. */
const observe = () => {
  const seen: Record<number, number> = {}
  Object.assign(globalThis, { interactions: seen })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as Array<PerformanceEntry & { interactionId: number }>)
      if (entry.interactionId > 0)
        seen[entry.interactionId] = Math.max(seen[entry.interactionId] ?? 0, entry.duration)
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}

async function useTheList(page: Page): Promise<void> {
  const search = page.getByRole('searchbox')
  await search.tap()
  // The answers come under the field while one types.
  await search.pressSequentially('glycemie', { delay: 120 })
  await page.waitForTimeout(2_000)
  await search.fill('')
  const more = page.locator('summary').first()
  for (let i = 0; i < 4; i++) {
    await more.tap()
    await page.waitForTimeout(400)
  }
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.waitForTimeout(1_000)
}

/** @throws when the page is not there, or measured nothing */
export function measureInteraction({ url, cookie }: Door): Promise<Interaction> {
  return inBrowser(async browser => {
    const context = await browser.newContext(phone)
    await signIn(context, url, cookie)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness })
    await page.addInitScript(observe)
    const answer = await page.goto(`${url}/documents`, { waitUntil: 'load' })
    if (answer?.status() !== 200) throw new Error(`/documents : ${answer?.status()}`)
    await useTheList(page)
    const seen = await page.evaluate(
      () => (globalThis as unknown as { interactions: Record<number, number> }).interactions,
    )
    const durations = Object.values(seen)
    if (durations.length === 0) throw new Error('no interaction was measured')
    return { worst: Math.max(...durations), count: durations.length }
  })
}
