/**
 * Copies the image decoders of pdf.js (JBIG2 and JPEG 2000, as scanners write them) to `public/pdf`, so that they come from our own
 * origin. The output is never committed: run it before a build or the development server.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const from = new URL('../node_modules/pdfjs-dist/wasm/', import.meta.url)
const to = new URL('../public/pdf/', import.meta.url)
const decoders = ['jbig2.wasm', 'openjpeg.wasm', 'openjpeg_nowasm_fallback.js', 'qcms_bg.wasm']

mkdirSync(to, { recursive: true })
for (const decoder of decoders) copyFileSync(new URL(decoder, from), new URL(decoder, to))
console.log(`${decoders.length} decoders copied to ${fileURLToPath(to)}`)
