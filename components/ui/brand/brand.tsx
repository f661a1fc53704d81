/** The notebook: our mark. Its lines take the colour of the band it stands on. */
export function NotebookMark({ size = 32 }: { size?: 32 | 48 | 64 | undefined }) {
  return (
    <svg
      aria-hidden="true"
      className="brand-mark"
      focusable="false"
      height={size}
      viewBox="0 0 32 32"
      width={size}
    >
      <path className="brand-page" d="M9 3h15a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H9z" />
      <path className="brand-spine" d="M9 3v26H8a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z" />
      <path className="brand-lines" d="M14 12h9M14 17h6" />
    </svg>
  )
}

/** The mark and the name, on the coloured band. The name is configurable: the caller gives it. */
export function Brand({ name }: { name: string }) {
  return (
    <span className="brand">
      <NotebookMark />
      <span>{name}</span>
    </span>
  )
}

/** The notebook seen from the front, open on its lines: sign-in and welcome only. */
export function NotebookDrawing() {
  return (
    <svg aria-hidden="true" className="brand-drawing" focusable="false" viewBox="0 0 342 240">
      <path className="drawing-back" d="M44 26h250a18 18 0 0 1 18 18v164a18 18 0 0 1-18 18H44z" />
      <path className="drawing-page" d="M40 14h244a18 18 0 0 1 18 18v164a18 18 0 0 1-18 18H40z" />
      <path className="drawing-cover" d="M40 14v200H28a18 18 0 0 1-18-18V32a18 18 0 0 1 18-18z" />
      <path className="drawing-rule" d="M112 14v200" />
      <path className="drawing-when" d="M60 54h34M60 108h26M60 162h34" />
      <path className="drawing-title" d="M134 52h96M134 106h124M134 160h78" />
      <path className="drawing-sub" d="M134 68h62M134 122h84M134 176h112" />
      <path className="drawing-line" d="M134 87h144M134 141h144" />
      <path className="drawing-tag" d="M246 46h36v13h-36z" />
      <circle className="drawing-check" cx="271" cy="162" r="11" />
      <path className="drawing-tick" d="M266 162l4 4 7-8" />
    </svg>
  )
}
