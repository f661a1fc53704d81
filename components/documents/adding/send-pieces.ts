/** A large file in pieces: what is cut goes on from where it stopped, by itself, later, or after the page was left. */

export type Kept = {
  readonly name: string
  readonly size: number
  readonly lastModified: number
  /** What the server answered to the last piece; only it can read it. */
  readonly state: string
  readonly offset: number
}

type Arrived = { readonly state: string; readonly offset: number }
type Refused = { readonly code: string }

const waits = [1_000, 3_000, 8_000, 20_000]

const place = (owner: string) => `mes.envois.${owner}`

/** In this tab alone, and gone with it: names of files are nobody else's business. */
export function keptSendings(owner: string): readonly Kept[] {
  try {
    const known: unknown = JSON.parse(sessionStorage.getItem(place(owner)) ?? '[]')
    return Array.isArray(known) ? known : []
  } catch {
    return []
  }
}

export const isOf = (file: File) => (kept: Kept) =>
  kept.name === file.name && kept.size === file.size && kept.lastModified === file.lastModified

export function keepSending(owner: string, file: File, arrived: Arrived | null): void {
  const others = keptSendings(owner).filter(kept => !isOf(file)(kept))
  const { name, size, lastModified } = file
  const all = arrived ? [...others, { name, size, lastModified, ...arrived }] : others
  try {
    sessionStorage.setItem(place(owner), JSON.stringify(all))
  } catch {
    // Nothing may be kept in this browser: a reload begins again.
  }
}

function post(
  piece: Blob,
  state: string | null,
  onSent: (bytes: number) => void,
): Promise<Arrived | Refused> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/documents/morceaux')
    if (state) request.setRequestHeader('Upload-State', state)
    request.upload.addEventListener('progress', event => onSent(event.loaded))
    request.addEventListener('error', () => resolve({ code: 'cut' }))
    request.addEventListener('load', () => {
      try {
        resolve(JSON.parse(request.responseText))
      } catch {
        resolve({ code: request.status === 413 ? 'too_large' : 'unavailable' })
      }
    })
    request.send(piece)
  })
}

/** The connection is back, or some time has passed. */
function pause(ms: number): Promise<void> {
  return new Promise(resolve => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, ms)
    window.addEventListener('online', go)
  })
}

type Way = {
  readonly owner: string
  readonly pieceSize: number
  readonly onSent: (bytes: number) => void
}

/** Where one is of a file. */
type Progress = { state: string | null; offset: number; cuts: number }

/** What is worth trying again goes on after a while. @returns why it is not */
async function afterRefusal({ code }: Refused, at: Progress): Promise<Refused | null> {
  if (code === 'gone' && at.state) {
    Object.assign(at, { state: null, offset: 0 })
    return null
  }
  const wait = code === 'cut' || code === 'unavailable' ? waits[at.cuts] : undefined
  if (wait === undefined) return { code }
  at.cuts += 1
  await pause(wait)
  return null
}

/** Sends what is left of a file. @returns the state that holds all of it, or why it could not be sent now. */
export async function sendPieces(
  file: File,
  { owner, pieceSize, onSent }: Way,
): Promise<{ readonly state: string } | Refused> {
  const known = keptSendings(owner).find(isOf(file))
  const at: Progress = { state: known?.state ?? null, offset: known?.offset ?? 0, cuts: 0 }
  while (at.offset < file.size) {
    const from = at.offset
    const piece = file.slice(from, from + pieceSize)
    const answer = await post(piece, at.state, sent => onSent(Math.min(from + sent, file.size - 1)))
    if ('offset' in answer) {
      Object.assign(at, answer, { cuts: 0 })
      keepSending(owner, file, answer)
      continue
    }
    const refused = await afterRefusal(answer, at)
    if (refused) return refused
  }
  onSent(file.size)
  return at.state ? { state: at.state } : { code: 'empty' }
}
