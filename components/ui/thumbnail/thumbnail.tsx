import type { ReactNode } from 'react'
import { classes } from '../classes'

/** What is drawn on the page. The caller decides which of its own kinds gets which drawing. */
export type ThumbnailDrawing =
  | 'gauges'
  | 'image'
  | 'pill'
  | 'lines'
  | 'grid'
  | 'stamp'
  | 'frame'
  | 'star'
  | 'blank'

const drawings: Readonly<Record<ThumbnailDrawing, ReactNode>> = {
  gauges: (
    <>
      <path className="thumbnail-rail" d="M13 26h22M13 35h22M13 44h22" />
      <circle className="thumbnail-fill" cx="20" cy="26" r="3.4" />
      <circle className="thumbnail-fill" cx="30" cy="35" r="3.4" />
      <circle className="thumbnail-fill" cx="17" cy="44" r="3.4" />
    </>
  ),
  image: (
    <>
      <rect className="thumbnail-fill" height="27" rx="3" width="28" x="10" y="22" />
      <path className="thumbnail-ray" d="M19 27v6c0 3 2 4 2 7v5M29 27v6c0 3-2 4-2 7v5" />
    </>
  ),
  pill: (
    <>
      <rect className="thumbnail-veil" height="10" rx="5" width="26" x="11" y="24" />
      <path className="thumbnail-fill" d="M24 24v10h-8a5 5 0 0 1 0-10z" />
      <path className="thumbnail-text" d="M12 41h24M12 47h15" />
    </>
  ),
  lines: (
    <>
      <path className="thumbnail-stroke" d="M12 25h13" />
      <path className="thumbnail-text" d="M12 32h24M12 38h24M12 44h16" />
    </>
  ),
  grid: (
    <path className="thumbnail-stroke" d="M11 23h26v24H11zM11 31h26M11 39h26M20 23v24M25.5 35l2 2 4-4.4" />
  ),
  stamp: (
    <>
      <path className="thumbnail-text" d="M12 25h24M12 31h17" />
      <circle className="thumbnail-veil" cx="30" cy="42" r="7.5" />
      <path className="thumbnail-stroke" d="M26.8 42l2.4 2.4 4.2-4.6" />
    </>
  ),
  frame: (
    <>
      <path className="thumbnail-text" d="M12 25h24M12 31h24" />
      <path className="thumbnail-stroke" d="M12 38h24v9H12z" />
    </>
  ),
  star: (
    <>
      <path
        className="thumbnail-fill"
        d="M24 20.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z"
      />
      <path className="thumbnail-text" d="M12 43h24M16 49h16" />
    </>
  ),
  blank: <path className="thumbnail-text" d="M12 25h24M12 32h24M12 39h24M12 46h14" />,
}

/** What every thumbnail of a page refers to: once in each page that shows some, before the first. */
export function ThumbnailDrawings() {
  return (
    <svg aria-hidden="true" className="thumbnail-drawings">
      <symbol id="vignette" viewBox="0 0 48 60">
        <path
          className="thumbnail-page"
          d="M8 3.5h23L42 14.5V54a2.5 2.5 0 0 1-2.5 2.5h-31A2.5 2.5 0 0 1 6 54V6a2.5 2.5 0 0 1 2.5-2.5z"
        />
        <path className="thumbnail-fold" d="M31 3.5v8.5a2.5 2.5 0 0 0 2.5 2.5H42z" />
        <path className="thumbnail-stroke" d="M12 13h11" />
      </symbol>
      {Object.entries(drawings).map(([name, drawing]) => (
        <symbol id={`vignette-${name}`} key={name} viewBox="0 0 48 60">
          <use href="#vignette" />
          {drawing}
        </symbol>
      ))}
    </svg>
  )
}

type ThumbnailProps = {
  drawing: ThumbnailDrawing
  small?: boolean | undefined
  /** Its own first page, when there is a picture of it: shown instead. */
  picture?: string | undefined
}

/** A page with a folded corner, drawn by us, 48 × 60. Decorative: the words beside it say what it is. */
export function Thumbnail({ drawing, small, picture }: ThumbnailProps) {
  if (picture) return <img alt="" className="thumbnail thumbnail-picture" decoding="async" src={picture} />
  return (
    <svg
      aria-hidden="true"
      className={classes('thumbnail', `thumbnail-${drawing}`, small && 'thumbnail-small')}
    >
      <use href={`#vignette-${drawing}`} />
    </svg>
  )
}
