import type { DicomImage } from '@/lib/interop/dicom/image'
import type { Asked, Fault, Shades, Told } from './engine-messages'

/** The page's side of the worker: asks, waits, and keeps the pictures of a while. */

export class ImageFault extends Error {
  override name = 'ImageFault'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

export type Shown = { readonly image: DicomImage; readonly picture: Shades }

type Waiting = {
  readonly onTold: (told: Told) => void
  readonly onProgress: (part: number) => void
}

type Question = { readonly do: 'open' } | { readonly do: 'picture'; readonly frame: number }

/** Pictures already decoded, so that scrolling back is at once. */
const KEPT_BYTES = 96 * 1024 * 1024

export class ImageEngine {
  readonly #worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, Waiting>()
  readonly #pictures = new Map<string, Shades>()
  readonly #images = new Map<string, DicomImage>()
  #next = 0

  constructor() {
    this.#worker.addEventListener('message', (event: MessageEvent<Told>) => {
      const told = event.data
      const waiting = this.#waiting.get(told.id)
      if (told.kind === 'progress') return waiting?.onProgress(told.part)
      this.#waiting.delete(told.id)
      waiting?.onTold(told)
    })
    this.#worker.addEventListener('error', () => {
      for (const [id, { onTold }] of this.#waiting) onTold({ id, kind: 'fault', fault: 'damaged' })
      this.#waiting.clear()
    })
  }

  #ask(url: string, question: Question, onProgress: (part: number) => void): Promise<Told> {
    this.#next += 1
    const asked: Asked = { ...question, id: this.#next, url }
    return new Promise(resolve => {
      this.#waiting.set(asked.id, { onTold: resolve, onProgress })
      this.#worker.postMessage(asked)
    })
  }

  /** @throws ImageFault */
  async image(url: string, onProgress: (part: number) => void): Promise<DicomImage> {
    const known = this.#images.get(url)
    if (known) return known
    const told = await this.#ask(url, { do: 'open' }, onProgress)
    if (told.kind !== 'opened') throw new ImageFault(told.kind === 'fault' ? told.fault : 'damaged')
    this.#images.set(url, told.image)
    return told.image
  }

  /** @throws ImageFault */
  async show(url: string, frame: number, onProgress: (part: number) => void): Promise<Shown> {
    const image = await this.image(url, onProgress)
    const key = `${url} ${frame}`
    const known = this.#pictures.get(key)
    if (known) return { image, picture: known }
    const told = await this.#ask(url, { do: 'picture', frame }, onProgress)
    if (told.kind !== 'picture') throw new ImageFault(told.kind === 'fault' ? told.fault : 'damaged')
    this.#pictures.set(key, told.picture)
    this.#forgetOldest()
    return { image, picture: told.picture }
  }

  #forgetOldest(): void {
    let total = 0
    for (const { samples } of this.#pictures.values()) total += samples.byteLength
    for (const [key, { samples }] of this.#pictures) {
      if (total <= KEPT_BYTES || this.#pictures.size === 1) return
      this.#pictures.delete(key)
      total -= samples.byteLength
    }
  }

  close(): void {
    this.#worker.terminate()
    this.#waiting.clear()
  }
}
