import NextLink from 'next/link'

type BreadcrumbProps = {
  /** Names the landmark: « Vous êtes ici ». */
  label: string
  /** From the top to the parent of this page. */
  items: readonly { href: string; label: string }[]
  /** This page; not a link. */
  current: string
}

/** Where this page stands, from the second level on. On a phone, only the way back up is shown. */
export function Breadcrumb({ label, items, current }: BreadcrumbProps) {
  return (
    <nav aria-label={label} className="breadcrumb">
      <ol>
        {items.map(item => (
          <li key={item.href}>
            <NextLink href={item.href} prefetch={false}>
              {item.label}
            </NextLink>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
