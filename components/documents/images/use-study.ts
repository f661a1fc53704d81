import { useEffect, useMemo, useRef, useState } from 'react'
import { ImageEngine, ImageFault, type Shown } from './engine'
import type { Fault } from './engine-messages'
import type { SeriesView } from './viewer-words'

/** One image of a series: a file, and which of its images. */
type Position = { readonly url: string; readonly frame: number }

type Loading = {
  /** The last image that came: it stays until the next is there. */
  readonly shown: Shown | null
  readonly fault: Fault | null
  /** Of the file that is coming, from 0 to 1; null when nothing is. */
  readonly part: number | null
}

const nobody = () => undefined

const nothing: Loading = { shown: null, fault: null, part: 0 }

function useEngine(): ImageEngine | null {
  const [engine, setEngine] = useState<ImageEngine | null>(null)
  useEffect(() => {
    const made = new ImageEngine()
    setEngine(made)
    return () => made.close()
  }, [])
  return engine
}

/** The images of a series one after the other, and the one at `place`, as soon as it comes. */
export function useStudy(series: SeriesView | undefined, place: number, attempt: number) {
  const engine = useEngine()
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({})
  const [loading, setLoading] = useState<Loading>(nothing)
  const positions = useMemo(() => positionsOf(series, counts), [series, counts])
  const position = positions[Math.min(place, positions.length - 1)]
  const { url, frame } = position ?? { url: null, frame: 0 }
  const turn = useRef<Promise<undefined>>(Promise.resolve(undefined))
  const next = useRef<readonly Position[]>([])
  next.current = [positions[place + 1], positions[place - 1]].filter(near => near !== undefined)
  useEffect(() => {
    if (!(engine && url) || attempt < 0) return
    let left = false
    const during = (part: number) => {
      if (!left) setLoading(before => ({ ...before, part }))
    }
    // One at a time: of images scrolled past while another was decoded, only the last is asked for.
    const asked = turn.current.then(() => (left ? null : engine.show(url, frame, during)))
    turn.current = asked.then(nobody, nobody)
    asked.then(
      shown => {
        if (left || !shown) return
        setLoading({ shown, fault: null, part: null })
        setCounts(known =>
          known[url] === shown.image.frames ? known : { ...known, [url]: shown.image.frames },
        )
        // What will probably be asked for: its faults will be told when it is.
        for (const near of next.current) engine.show(near.url, near.frame, nobody).catch(nobody)
      },
      (error: unknown) => {
        if (!left)
          setLoading({
            shown: null,
            fault: error instanceof ImageFault ? error.fault : 'damaged',
            part: null,
          })
      },
    )
    return () => {
      left = true
    }
  }, [engine, url, frame, attempt])
  return { ...loading, count: positions.length }
}

function positionsOf(series: SeriesView | undefined, counts: Readonly<Record<string, number>>): Position[] {
  return (series?.files ?? []).flatMap(({ url, frames }) =>
    Array.from({ length: counts[url] ?? frames }, (_, frame) => ({ url, frame })),
  )
}
