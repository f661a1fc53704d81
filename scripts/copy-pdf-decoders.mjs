/**
 * Copies the image decoders of pdf.js (JBIG2 and JPEG 2000, as scanners write them) to `public/pdf`, and those of DICOM images (JPEG 2000,
 * JPEG-LS) to `public/dicom`, so that they come from our own origin. The output is never committed: run it before a build or the
 * development server.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')

const decoders = {
  pdf: ['jbig2.wasm', 'openjpeg.wasm', 'openjpeg_nowasm_fallback.js', 'qcms_bg.wasm'].map(
    name => `pdfjs-dist/wasm/${name}`,
  ),
  dicom: [
    '@cornerstonejs/codec-openjpeg/dist/openjpegwasm_decode.wasm',
    '@cornerstonejs/codec-charls/dist/charlswasm_decode.wasm',
  ],
}

for (const [folder, files] of Object.entries(decoders)) {
  const to = path.join(root, 'public', folder)
  mkdirSync(to, { recursive: true })
  for (const file of files)
    copyFileSync(path.join(root, 'node_modules', file), path.join(to, path.basename(file)))
  console.log(`${files.length} decoders copied to ${to}`)
}
