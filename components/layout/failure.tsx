import { ButtonLink } from '@/components/ui/button/button'
import { failure } from '@/lib/content/fr/shell.json'

/** What Next.js gives to an `error.tsx`. */
export type FailureProps = { error: Error & { digest?: string } }

/**
 * What to say when a page failed: what happened, what was kept, one thing to do, another way, the emergency numbers.
 * Never the error's own message: it may hold anything. Plain links that load the page anew: after a failure, the
 * safest way on, and one that needs no script.
 */
export function Failure({ error }: FailureProps) {
  return (
    <div className="failure" role="alert">
      <h1>{failure.title}</h1>
      <p className="page-lead">{failure.what}</p>
      <p>{failure.kept}</p>
      <p>
        <ButtonLink href="" plain>
          {failure.retry}
        </ButtonLink>
      </p>
      <p>
        {failure.other} <a href="/">{failure.home}</a>, <a href="/aide">{failure.help}</a>.
      </p>
      <p>{failure.emergency}</p>
      {error.digest ? (
        <p className="page-note">
          {failure.reference} {error.digest}
        </p>
      ) : null}
    </div>
  )
}
