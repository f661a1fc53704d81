import { useEffect, useState } from 'react'

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

/** The small pictures of the documents of a list, by their id: one question for all. Until they come, and without our script, each has the drawing of its category. */
export function useThumbnails(ids: readonly string[]): Pictures {
  const [pictures, setPictures] = useState<Pictures>({})
  const asked = ids.join(',')
  useEffect(() => {
    if (!asked) return
    const leaving = new AbortController()
    const ask = async () => {
      const answer = await fetch(`/api/read/documents/vignettes?ids=${asked}`, { signal: leaving.signal })
      if (answer.ok) setPictures(await answer.json())
    }
    const cancel = whenIdle(() => {
      // Nothing is lost without them.
      ask().catch(() => undefined)
    })
    return () => {
      cancel()
      leaving.abort()
    }
  }, [asked])
  return pictures
}
