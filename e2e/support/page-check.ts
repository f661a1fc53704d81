import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const everyRule = { tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

/** What colours, and then room, can change of a page already checked by every rule. */
const colours = ['color-contrast', 'link-in-text-block']
const room = ['target-size', 'scrollable-region-focusable', 'css-orientation-lock']

type Look = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly colorScheme: 'light' | 'dark'
  readonly checks: { readonly tags: readonly string[] } | { readonly rules: readonly string[] }
}

/** How a page is looked at: a menu of its own on each width, and all its colours in both schemes. */
const looks: readonly Look[] = [
  { name: 'desktop, light', width: 1280, height: 900, colorScheme: 'light', checks: everyRule },
  { name: 'desktop, dark', width: 1280, height: 900, colorScheme: 'dark', checks: { rules: colours } },
  { name: 'phone', width: 390, height: 844, colorScheme: 'light', checks: everyRule },
  {
    name: 'narrow, dark',
    width: 320,
    height: 640,
    colorScheme: 'dark',
    checks: { rules: [...colours, ...room] },
  },
]

/**
 * Listens to what a page says to the developer and asks of the network, from before it opens.
 * A refusal of the content security policy is said on the console.
 */
export function listen(page: Page, origins: readonly string[]): readonly string[] {
  const faults: string[] = []
  page.on('console', message => {
    // The page itself may be "not found": the browser says so, and that is expected.
    const itself = message.location().url === page.url() && message.text().includes('404')
    if (message.type() === 'error' && !itself) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  page.on('request', request => {
    const { origin, protocol } = new URL(request.url())
    const own = ['data:', 'blob:'].includes(protocol) || origins.includes(origin)
    if (!own) faults.push(`asked another origin: ${request.url()}`)
  })
  return faults
}

async function accessibilityFaults(page: Page, checks: Look['checks']): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  if ('tags' in checks) axe.withTags([...checks.tags])
  else axe.withRules([...checks.rules])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      node => `${id}: ${node.target.join(' ')} — ${node.any.concat(node.all)[0]?.message ?? node.html}`,
    ),
  )
}

/** What every page owes to everyone, in every look. */
export async function checkPage(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  for (const { name, width, height, colorScheme, checks } of looks) {
    await test.step(name, async () => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(beyond, `${name}: no scroll to the side`).toBeLessThanOrEqual(0)
      expect.soft(await accessibilityFaults(page, checks), `${name}: accessibility`).toEqual([])
    })
  }
}

/** Opens everything that is folded, so that it is looked at too. */
export async function unfold(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .locator('details')
    .evaluateAll(folded => {
      for (const details of folded) if (details instanceof HTMLDetailsElement) details.open = true
    })
}
