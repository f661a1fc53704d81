/** Nobody may take a fictive record for a real one, on the screen or on paper. */
export function Demonstration({ words }: { words: string | null }) {
  if (words === null) return null
  return (
    <p className="demonstration">
      <span className="frame">{words}</span>
    </p>
  )
}
