import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'
import { inBrowser, signIn } from './browser'

/** The compressed scripts that a page loads, in kB of 1 000 bytes. */
export type Weight = { readonly page: string; readonly scripts: number; readonly kilobytes: number }

export type PageAddress = { readonly page: string; readonly url: string; readonly cookie?: string }

async function weigh(context: BrowserContext, { page: name, url, cookie }: PageAddress): Promise<Weight> {
  if (cookie) await signIn(context, url, cookie)
  const page = await context.newPage()
  const bodies: Array<Promise<Buffer>> = []
  page.on('response', response => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  const answer = await page.goto(url, { waitUntil: 'load' })
  if (answer?.status() !== 200) throw new Error(`${name} : ${answer?.status()}`)
  // What its components ask for once they live.
  await page.waitForTimeout(1_500)
  const sizes = (await Promise.all(bodies)).map(body => gzipSync(body).length)
  await page.close()
  await context.clearCookies()
  return { page: name, scripts: sizes.length, kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000 }
}

/** In a real browser with an empty cache for each page: what scripts ask for later counts too. */
export function weighPages(pages: readonly PageAddress[]): Promise<Weight[]> {
  return inBrowser(async browser => {
    const weights: Weight[] = []
    for (const page of pages) {
      const context = await browser.newContext()
      weights.push(await weigh(context, page))
      await context.close()
    }
    return weights
  })
}
