import { useState } from 'react'
import { jpegOf, openImage, type Turned, wholePage } from './page-image'
import { pdfOfImages } from './pdf-of-images'

export type ComposedPage = Turned & {
  readonly key: number
  readonly file: File
  /** Small, to be seen. */
  readonly image: ImageBitmap
}

let lastKey = 0
/** What is held of each page while they are put in order: a photograph whole takes 50 MB. */
const previewWidth = 480

/** More is a book: the file would be refused for its weight. */
export const pagesLimit = 30

/** Pages being put together: nothing leaves the device until the document is made and sent. */
export function usePages() {
  const [pages, setPages] = useState<readonly ComposedPage[]>([])
  /** Names of files that this browser cannot open. */
  const [unopened, setUnopened] = useState<readonly string[]>([])

  const add = async (files: readonly File[]) => {
    const opened: ComposedPage[] = []
    const failed: string[] = []
    for (const file of files) {
      const image = await openImage(file, previewWidth).catch(() => null)
      if (!image) {
        failed.push(file.name)
        continue
      }
      lastKey += 1
      opened.push({ ...wholePage, key: lastKey, file, image })
    }
    setUnopened(failed)
    setPages(all => [...all, ...opened].slice(0, pagesLimit))
  }

  const change = (key: number, changed: Partial<Turned>) =>
    setPages(all => all.map(page => (page.key === key ? { ...page, ...changed } : page)))

  const move = (key: number, to: number) =>
    setPages(all => {
      const page = all.find(one => one.key === key)
      if (!page || to < 0 || to >= all.length) return all
      const others = all.filter(one => one !== page)
      return [...others.slice(0, to), page, ...others.slice(to)]
    })

  const remove = (key: number) => setPages(all => all.filter(page => page.key !== key))

  /** One after the other: thirty photographs at once would fill the memory of a telephone. */
  const make = async (name: string): Promise<File> => {
    const images = []
    for (const page of pages) images.push(await jpegOf(page.file, page))
    return new File([pdfOfImages(images)], name, { type: 'application/pdf' })
  }

  const clear = () => {
    for (const { image } of pages) image.close()
    setPages([])
  }

  return { pages, unopened, add, change, move, remove, make, clear }
}
