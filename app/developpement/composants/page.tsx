import type { Metadata } from 'next'
import { Chips } from '@/components/ui/chips/chips'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { ThumbnailDrawings } from '@/components/ui/thumbnail/thumbnail'
import { CATALOGUE } from './catalogue'
import { Part } from './part'

export const metadata: Metadata = { title: 'Composants' }

const THEMES = ['appareil', 'clair', 'sombre'] as const
const FORCED = { appareil: undefined, clair: 'light', sombre: 'dark' } as const

type Theme = (typeof THEMES)[number]

/**
 * Development page: every component in every state; it reads no data, and does not exist in production (its layout).
 * The end-to-end tests visit it with `?theme=clair`, `?theme=sombre` and at 320 px.
 */
export default async function ComponentsPage({ searchParams }: PageProps<'/developpement/composants'>) {
  const { theme } = await searchParams
  const current = THEMES.find(name => name === theme) ?? 'appareil'
  return (
    <main data-theme={FORCED[current]} id="contenu">
      <div className="mx-auto max-w-page px-(--gutter) py-8">
        <ThumbnailDrawings />
        <PageHeader lead="Les pièces du carnet, dans tous leurs états." title="Composants" />
        <Chips items={THEMES.map(name => themeChip(name, current))} label="Thème" />
        {CATALOGUE.map(part => (
          <Part key={part.folder} part={part} />
        ))}
      </div>
    </main>
  )
}

function themeChip(name: Theme, current: Theme) {
  return { href: `/developpement/composants?theme=${name}`, label: name, current: name === current }
}
