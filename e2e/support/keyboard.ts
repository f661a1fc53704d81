import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page has: beyond, something holds the keyboard. */
const tooMany = 250

/** Presses Tab until this has focus, as someone without a mouse does, and checks that the focus can be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < tooMany; pressed += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate(element => element === document.activeElement))
      return expectVisibleFocus(target)
  }
  throw new Error(`Tab never reaches ${target}`)
}

async function expectVisibleFocus(target: Locator): Promise<void> {
  const drawn = await target.evaluate(element => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  })
  expect(drawn, `${target} shows its focus`).toBe(true)
  await expect(target, 'focus is not out of the screen').toBeInViewport()
}

/** Follows a link by keyboard, and waits for the page it leads to. */
export async function follow(page: Page, link: Locator, heading: string): Promise<void> {
  await tabTo(page, link)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible()
}
