import { readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Liberation Sans (SIL Open Font License 1.1, embedding allowed), which comes with pdfjs-dist: Latin with the signs of
 * units and of comparison, Greek and Cyrillic. The face of the screens is cut down to what pages need: it has no « µ ».
 */
const folder = path.join('node_modules', 'pdfjs-dist', 'standard_fonts')

type Fonts = { readonly regular: Uint8Array; readonly bold: Uint8Array }

let read: Promise<Fonts> | undefined

async function readFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([
    readFile(path.resolve(folder, 'LiberationSans-Regular.ttf')),
    readFile(path.resolve(folder, 'LiberationSans-Bold.ttf')),
  ])
  return { regular, bold }
}

/** Read once, kept: a third of a megabyte. */
export function printedFonts(): Promise<Fonts> {
  read ??= readFonts()
  return read
}
