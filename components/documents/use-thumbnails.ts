import { useEffect, useRef, useState } from 'react'

type Pictures = Readonly<Record<string, string>>

/** What is drawn is asked for once the list is there to be read, and the browser has nothing better to do. */
function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, 200)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(run, { timeout: 1_500 })
  return () => cancelIdleCallback(asked)
}

/** As many as the server looks at together. */
const together = 50

/** The small pictures of the documents of a list, by their id: one question for all that just came. Until they come, and without our script, each has the drawing of its category. */
export function useThumbnails(ids: readonly string[]): Pictures {
  const [pictures, setPictures] = useState<Pictures>({})
  const known = useRef(new Set<string>())
  const wanted = ids.join(',')
  useEffect(() => {
    const asked = wanted
      .split(',')
      .filter(id => id && !known.current.has(id))
      .slice(-together)
    if (asked.length === 0) return
    const leaving = new AbortController()
    const ask = async () => {
      const answer = await fetch(`/api/read/documents/vignettes?ids=${asked.join(',')}`, {
        signal: leaving.signal,
      })
      if (!answer.ok) return
      const came: Pictures = await answer.json()
      for (const id of asked) known.current.add(id)
      setPictures(before => ({ ...before, ...came }))
    }
    const cancel = whenIdle(() => {
      // Nothing is lost without them.
      ask().catch(() => undefined)
    })
    return () => {
      cancel()
      leaving.abort()
    }
  }, [wanted])
  return pictures
}
