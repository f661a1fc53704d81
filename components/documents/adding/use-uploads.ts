import { useEffect, useRef, useState } from 'react'
import { titleOfFile } from '@/lib/record/documents/adding/naming-rules'
import { isOf, type Kept, keepSending, keptSendings, sendPieces } from './send-pieces'

/** One file on its way, as the page shows it. */
export type UploadState =
  | { readonly kind: 'waiting' }
  /** Bytes that left; `sent` equal to the size: the server is checking. */
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'added'; readonly id: string; readonly title: string }
  /** For good. `id`: the document that is already there. */
  | { readonly kind: 'refused'; readonly code: string; readonly id?: string }
  /** Nothing wrong with the file: it may be sent again. */
  | { readonly kind: 'failed'; readonly code: string }

export type Upload = {
  readonly key: number
  readonly file: File
  readonly title: string
  readonly state: UploadState
}

type Outcome =
  | { readonly kind: 'added'; readonly id: string; readonly title: string }
  | { readonly kind: 'refused'; readonly code: string; readonly id?: string }

type Answer = { readonly outcomes: readonly Outcome[]; readonly fields: Readonly<Record<string, string>> }

const unanswered = (code: string): Answer => ({ outcomes: [], fields: { form: code } })

/** XMLHttpRequest: fetch does not say how much has left. */
function send(body: FormData, onSent: (bytes: number) => void, to = '/api/documents'): Promise<Answer> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', event => onSent(event.loaded))
    request.addEventListener('error', () => resolve(unanswered('cut')))
    request.addEventListener('load', () => {
      try {
        resolve(JSON.parse(request.responseText))
      } catch {
        resolve(unanswered(request.status === 413 ? 'too_large' : 'unavailable'))
      }
    })
    request.send(body)
  })
}

function stateOf({ outcomes, fields }: Answer): UploadState {
  const [outcome] = outcomes
  if (!outcome) return { kind: 'failed', code: fields.form ?? 'unavailable' }
  return outcome.kind === 'refused' && outcome.code === 'unavailable'
    ? { kind: 'failed', code: 'unavailable' }
    : outcome
}

const maySend = ({ state }: Upload) => state.kind === 'waiting' || state.kind === 'failed'

const sameFile = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

let lastKey = 0

function uploadOf(file: File, limit: number): Upload {
  lastKey += 1
  const state: UploadState = file.size > limit ? { kind: 'refused', code: 'too_large' } : { kind: 'waiting' }
  return { key: lastKey, file, title: titleOfFile(file.name) ?? '', state }
}

/** Leaving in the middle would lose what is on its way: the browser asks first. */
function useAskBeforeLeaving(busy: boolean): void {
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
}

/** What was cut before the page was left, and not chosen again yet. */
function useInterrupted(owner: string, uploads: readonly Upload[]): readonly Kept[] {
  const [kept, setKept] = useState<readonly Kept[]>([])
  useEffect(() => setKept(keptSendings(owner)), [owner])
  return kept.filter(one => !uploads.some(({ file }) => isOf(file)(one)))
}

export type Way = {
  /** Bytes of one file, at most; of one piece of it. */
  readonly limit: number
  readonly pieceSize: number
  /** Whose files: what was cut is remembered for them alone. */
  readonly owner: string
}

/** Small enough to be sent at once, or piece after piece. */
async function sendFile(file: File, body: FormData, { pieceSize, owner, onSent }: Sending): Promise<Answer> {
  if (file.size <= pieceSize) {
    body.append('fichier', file)
    return send(body, onSent)
  }
  const sent = await sendPieces(file, { owner, pieceSize, onSent })
  if ('code' in sent) return unanswered(sent.code)
  body.set('nom', file.name)
  body.set('etat', sent.state)
  const answer = await send(body, () => undefined, '/api/documents/morceaux/fin')
  // Its pieces are no longer there, or no longer needed.
  const [outcome] = answer.outcomes
  const isOver =
    answer.fields.form === 'gone' || outcome?.kind === 'added' || (outcome && outcome.code !== 'unavailable')
  if (isOver) keepSending(owner, file, null)
  return answer
}

type Sending = Pick<Way, 'pieceSize' | 'owner'> & { readonly onSent: (bytes: number) => void }

/** The files that a person has chosen, and their way to the server, one after the other. */
export function useUploads({ limit, ...way }: Way) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  useAskBeforeLeaving(busy)
  const interrupted = useInterrupted(way.owner, uploads)

  const change = (key: number, changed: Partial<Upload>) =>
    setUploads(all => all.map(one => (one.key === key ? { ...one, ...changed } : one)))

  /** @returns what is wrong with the form itself, when nothing more is worth sending. */
  const sendOne = async ({ key, file, title }: Upload, form: FormData) => {
    const body = new FormData()
    for (const [name, value] of form) if (typeof value === 'string') body.append(name, value)
    body.set('titre', title)
    // All that is said comes before the file: the server need not wait to know.
    body.set('par', 'script')
    change(key, { state: { kind: 'sending', sent: 0 } })
    const onSent = (sent: number) => change(key, { state: { kind: 'sending', sent } })
    const answer = await sendFile(file, body, { ...way, onSent })
    const { form: _whole, ...wrong } = answer.fields
    const isWrong = Object.keys(wrong).length > 0
    change(key, { state: isWrong ? { kind: 'waiting' } : stateOf(answer) })
    return isWrong ? wrong : null
  }

  const sendAll = async (form: FormData) => {
    const due = uploads.filter(maySend)
    if (running.current || due.length === 0) {
      if (uploads.length === 0) setFaults({ fichier: 'file_missing' })
      return
    }
    running.current = true
    setBusy(true)
    setFaults({})
    for (const upload of due) {
      const wrong = await sendOne(upload, form)
      if (!wrong) continue
      setFaults(wrong)
      break
    }
    running.current = false
    setBusy(false)
  }

  return {
    uploads,
    interrupted,
    faults,
    busy,
    choose: (files: Iterable<File>) => {
      // A picker's list empties with the picker: it is read now, not when the state changes.
      const chosen = [...files]
      setFaults({})
      setUploads(all => [
        ...all,
        ...chosen
          .filter(file => !all.some(one => sameFile(one.file, file)))
          .map(file => uploadOf(file, limit)),
      ])
    },
    rename: (key: number, title: string) => change(key, { title }),
    remove: (key: number) => setUploads(all => all.filter(one => one.key !== key)),
    sendAll,
    /** Nothing is sent: this is to be done first. */
    complain: (field: string, code: string) => setFaults({ [field]: code }),
  }
}
