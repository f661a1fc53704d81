import { scanner } from '@/lib/interop/dicom/fixtures'
import { writePdf } from '@/lib/interop/pdf/write'
import { inBrowser, signIn } from './browser'
import { addFile } from './files'
import { median, percentile } from './load'
import { sleep } from './machine.mjs'
import type { Served } from './pages'

/** What is drawn of documents: small pictures by the worker, examinations by the browser. */

export type Pictures = {
  /** Seconds from the end of the sending of a PDF to its small picture. */
  readonly drawnAfter: number
  /** Milliseconds to bring the pictures of a list, one person alone. */
  readonly glance: { readonly p50: number; readonly p95: number }
  readonly examination: {
    readonly megabytes: number
    readonly images: number
    /** Milliseconds from the address to the first image drawn, in a browser that has opened nothing. */
    readonly opened: number
  }
}

const [documents, glances, openings, frames, size] = [5, 30, 3, 24, 512]
const drawnWithin = 120_000

async function thumbnails(served: Served): Promise<Pick<Pictures, 'drawnAfter' | 'glance'>> {
  const headers = { cookie: served.cookies[0] ?? '' }
  const ids: string[] = []
  const waits: number[] = []
  const look = async () => {
    const answer = await fetch(`${served.web.url}/api/read/documents/vignettes?ids=${ids.join(',')}`, {
      headers,
    })
    if (!answer.ok) throw new Error(`Vignettes : ${answer.status}`)
    const pictures: Record<string, string> = await answer.json()
    return ids.filter(id => pictures[id]).length
  }
  for (let i = 0; i < documents; i++) {
    const text = `Compte rendu ${i}, écrit à ${Date.now()}. ${'Sans particularité. '.repeat(400)}`
    const draft = { title: `Lettre ${i}`, author: 'Dr Orme', created: new Date() }
    const bytes = writePdf({ ...draft, blocks: [{ kind: 'paragraph', text }] })
    ids.push(await addFile(served, { name: `lettre-${i}.pdf`, bytes }))
    const since = performance.now()
    while ((await look()) < ids.length) {
      if (performance.now() - since > drawnWithin) throw new Error('Aucune vignette après deux minutes')
      await sleep(250)
    }
    waits.push((performance.now() - since) / 1000)
  }
  const times: number[] = []
  for (let i = 0; i < glances; i++) {
    const since = performance.now()
    await look()
    times.push(performance.now() - since)
  }
  times.sort((a, b) => a - b)
  return {
    drawnAfter: median(waits),
    glance: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  }
}

async function examination(served: Served): Promise<Pictures['examination']> {
  const bytes = scanner({ frames, size, study: Date.now() % 1_000_000 })
  const id = await addFile(served, { name: 'IM000001', bytes })
  const { url } = served.web
  const opened = await inBrowser(async browser => {
    const times: number[] = []
    for (let i = 0; i < openings; i++) {
      const context = await browser.newContext()
      await signIn(context, url, served.cookies[0] ?? '')
      const page = await context.newPage()
      const since = performance.now()
      await page.goto(`${url}/documents/${id}/images`)
      await page
        .getByRole('status')
        .filter({ hasText: `Image 1 sur ${frames}` })
        .waitFor({ timeout: 60_000 })
      times.push(performance.now() - since)
      await context.close()
    }
    return median(times)
  })
  return { megabytes: bytes.length / 1024 / 1024, images: frames, opened }
}

export async function measurePictures(served: Served): Promise<Pictures> {
  return { ...(await thumbnails(served)), examination: await examination(served) }
}
