import type { ReactNode } from 'react'
import { classes } from '../classes'

export type Fact = { term: string; details: ReactNode }

type DescriptionListProps = {
  facts: readonly Fact[]
  /** `rows`: one under the other, ruled. `line`: side by side between two rules, under a title. */
  layout?: 'rows' | 'line' | undefined
}

/** Facts in pairs: a term, what it is here. */
export function DescriptionList({ facts, layout = 'rows' }: DescriptionListProps) {
  return (
    <dl className={classes('facts', `facts-${layout}`)}>
      {facts.map(fact => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.details}</dd>
        </div>
      ))}
    </dl>
  )
}
