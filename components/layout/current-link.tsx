'use client'

import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** `page` for the page itself, `true` for the pages under it. */
function currentFrom(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : undefined
}

/**
 * A link of the menu that knows whether it is here. A layout is not drawn again from one page to the next, so this
 * leaf asks the address; the server draws it right the first time, without JavaScript too.
 */
export function CurrentLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <NextLink aria-current={currentFrom(usePathname(), href)} href={href} prefetch={false}>
      {children}
    </NextLink>
  )
}
