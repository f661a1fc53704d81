import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { ensureChromium } from './machine.mjs'

/** The compressed scripts that a page loads, in kB of 1 000 bytes. */
export type Weight = { readonly page: string; readonly scripts: number; readonly kilobytes: number }

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type PageAddress = { readonly page: string; readonly url: string; readonly cookie?: string }

async function weigh(context: BrowserContext, { page: name, url, cookie }: PageAddress): Promise<Weight> {
  const [key = '', value = ''] = cookie?.split(/=(.*)/su) ?? []
  if (cookie) await context.addCookies([{ name: key, value, url }])
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
export async function weighPages(pages: readonly PageAddress[]): Promise<Weight[]> {
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({ executablePath: await ensureChromium(), args: flags })
    const weights: Weight[] = []
    for (const page of pages) {
      const context = await browser.newContext()
      weights.push(await weigh(context, page))
      await context.close()
    }
    return weights
  } finally {
    await browser?.close()
  }
}
