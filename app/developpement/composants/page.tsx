import type { Metadata } from 'next'
import { Chips } from '@/components/ui/chips/chips'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { ThumbnailDrawings } from '@/components/ui/thumbnail/thumbnail'
import { CATALOGUE } from './catalogue'

export const metadata: Metadata = { title: 'Composants' }

const THEMES = ['appareil', 'clair', 'sombre'] as const
const FORCED = { appareil: undefined, clair: 'light', sombre: 'dark' } as const

type Theme = (typeof THEMES)[number]

/**
 * Development page: every component in every state; it reads no data, and does not exist in production (its layout).
 * The end-to-end tests visit it with `?theme=clair`, `?theme=sombre` and at 320 px.
 */
export default async function ComponentsPage({
  searchParams,
}: {
  searchParams: Promise<{ theme?: string | string[] }>
}) {
  const { theme } = await searchParams
  const current = THEMES.find(name => name === theme) ?? 'appareil'
  return (
    <main data-theme={FORCED[current]} id="contenu">
      <div className="mx-auto max-w-page px-(--gutter) py-8">
        <ThumbnailDrawings />
        <PageHeader lead="Les pièces du carnet, dans tous leurs états." title="Composants" />
        <Chips items={THEMES.map(name => themeChip(name, current))} label="Thème" />
        {CATALOGUE.map(({ folder, title, examples }) => (
          <section aria-labelledby={`part-${folder}`} className="mt-12" key={folder}>
            <h2 className="mb-1" id={`part-${folder}`}>
              {title}
            </h2>
            <p className="mb-4 text-note text-soft">components/ui/{folder}</p>
            <div className="grid gap-6">
              {examples.map(example => (
                <div className="min-w-0" key={example.name}>
                  <h3 className="mb-2 text-note font-medium text-soft">{example.name}</h3>
                  {example.show}
                </div>
              ))}
            </div>
          </section>
        ))}
      </div>
    </main>
  )
}

function themeChip(name: Theme, current: Theme) {
  return { href: `/developpement/composants?theme=${name}`, label: name, current: name === current }
}
