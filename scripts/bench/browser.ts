import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { ensureChromium } from './machine.mjs'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium, for as long as `run` takes. */
export async function inBrowser<T>(run: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: flags })
  try {
    return await run(browser)
  } finally {
    await browser.close()
  }
}

export async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split(/=(.*)/su)
  await context.addCookies([{ name, value, url }])
}
