import type { CATALOGUE } from './catalogue'

/** One component in every state, under its name and the folder where it lives. */
export function Part({ part: { folder, title, examples } }: { part: (typeof CATALOGUE)[number] }) {
  return (
    <section aria-labelledby={`part-${folder}`} className="mt-12">
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
  )
}
