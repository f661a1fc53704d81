import { ArrowDown, ArrowUp, Crop, RotateCw, Trash2 } from 'lucide'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button/button'
import { Slider } from '@/components/ui/slider/slider'
import { type Cut, cutLimit, drawPage, type Turned } from './page-image'
import type { ComposedPage } from './use-pages'

export type PageWords = {
  /** « Page {page} sur {pages} ». */
  readonly page: string
  readonly earlier: string
  readonly later: string
  readonly turn: string
  readonly crop: string
  readonly cropDone: string
  readonly cropHint: string
  readonly sides: Readonly<Record<keyof Cut, string>>
  readonly remove: string
}

type PageLineProps = {
  readonly page: ComposedPage
  readonly label: string
  readonly words: PageWords
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onChange: (changed: Partial<Turned>) => void
  readonly onRemove: () => void
}

const sides = ['top', 'bottom', 'left', 'right'] as const
const previewSide = 320

/** One page, as it will be in the document, and what may be done with it. */
export function PageLine(props: PageLineProps) {
  const { page, label, words, isFirst, isLast, onMove, onChange, onRemove } = props
  const sheet = useRef<HTMLCanvasElement>(null)
  const [cropping, setCropping] = useState(false)
  const { image, turns, cut } = page
  useEffect(() => {
    if (sheet.current) drawPage(sheet.current, image, { turns, cut, longest: previewSide })
  }, [image, turns, cut])
  // Each button says of which page, for who does not see it beside.
  const about = (action: string) => `${action} : ${label}`
  return (
    <>
      <div className="pages-picture">
        <canvas aria-label={label} ref={sheet} role="img" />
        <p className="pages-number">{label}</p>
      </div>
      <div className="pages-actions">
        <Button
          aria-disabled={isFirst}
          aria-label={about(words.earlier)}
          compact
          icon={ArrowUp}
          onClick={() => onMove(-1)}
          variant="secondary"
        >
          {words.earlier}
        </Button>
        <Button
          aria-disabled={isLast}
          aria-label={about(words.later)}
          compact
          icon={ArrowDown}
          onClick={() => onMove(1)}
          variant="secondary"
        >
          {words.later}
        </Button>
        <Button
          aria-label={about(words.turn)}
          compact
          icon={RotateCw}
          onClick={() => onChange({ turns: (turns + 1) % 4 })}
          variant="secondary"
        >
          {words.turn}
        </Button>
        <Button
          aria-expanded={cropping}
          aria-label={about(cropping ? words.cropDone : words.crop)}
          compact
          icon={Crop}
          onClick={() => setCropping(!cropping)}
          variant="secondary"
        >
          {cropping ? words.cropDone : words.crop}
        </Button>
        <Button aria-label={about(words.remove)} compact icon={Trash2} onClick={onRemove} variant="danger">
          {words.remove}
        </Button>
      </div>
      {cropping ? (
        <div className="pages-crop">
          <p className="text-note text-soft">{words.cropHint}</p>
          {sides.map(side => (
            <Slider
              key={side}
              label={`${words.sides[side]} : ${cut[side]} %`}
              max={cutLimit + 1}
              name={`rogner-${page.key}-${side}`}
              // Its first place is 1: nothing is cut.
              onChange={event => onChange({ cut: { ...cut, [side]: event.target.valueAsNumber - 1 } })}
              value={cut[side] + 1}
              valueText={`${cut[side]} %`}
            />
          ))}
        </div>
      ) : null}
    </>
  )
}
