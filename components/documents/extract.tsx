export type ExtractView = {
  /** « Page 3 », when the document has pages. */
  readonly page?: string
  readonly pieces: ReadonlyArray<{ readonly text: string; readonly found: boolean }>
}

/** A few words of a document, around those that were searched. */
export function Extract({ view: { page, pieces } }: { view: ExtractView }) {
  let place = 0
  return (
    <p className="text-note text-soft">
      {page ? <strong className="text-main">{page} : </strong> : null}
      {pieces.map(({ text, found }) => {
        place += text.length
        return found ? (
          <mark className="rounded-sm bg-apricot-veil px-0.5 font-semibold text-main" key={place}>
            {text}
          </mark>
        ) : (
          text
        )
      })}
    </p>
  )
}
