import { type MenuKey, mainMenu } from '@/lib/navigation/pages'

export type BarKey = MenuKey | 'help' | 'siteMap'

const places = 5

/**
 * What the bar of a phone holds: at most five entries. When the pages of the menu and the help do not fit, the
 * last place is « Plus », which leads to the map of every page.
 */
export function barEntries(menu: readonly MenuKey[] = mainMenu): readonly BarKey[] {
  const all: readonly BarKey[] = [...menu, 'help']
  return all.length <= places ? all : [...menu.slice(0, places - 1), 'siteMap']
}
