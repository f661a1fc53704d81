const WIDTHS = ['long', 'medium', 'short'] as const

type SkeletonProps = {
  /** Said to assistive technology: « Chargement des documents ». */
  label: string
  /** Lines of the sheet to come. */
  lines?: number | undefined
}

/** The sheet before its lines: the same margin, the same rule, so that nothing jumps when they arrive. */
export function Skeleton({ label, lines = 3 }: SkeletonProps) {
  return (
    <div aria-busy="true" className="sheet sheet-ruled skeleton">
      <p className="visually-hidden" role="status">
        {label}
      </p>
      {Array.from({ length: lines }, (_, index) => {
        const width = WIDTHS[index % WIDTHS.length] ?? 'long'
        return (
          <div aria-hidden="true" className="line" key={`${width}-${Math.floor(index / WIDTHS.length)}`}>
            <div className="line-mark">
              <span className="bone bone-mark" />
            </div>
            <div className="line-content">
              <div className="line-text skeleton-text">
                <span className={`bone bone-${width}`} />
                <span className="bone bone-note" />
              </div>
            </div>
          </div>
        )
      })}
    </div>
  )
}
