import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeDicom, keyObjectsOf } from './describe'
import { imageOf } from './image'
import { pictureOf } from './picture'
import { type DicomFile, readDicom } from './read'

const { env } = import.meta as ImportMeta & { readonly env?: Readonly<Record<string, string | undefined>> }
const folder = path.join(env?.CORPUS_DIR ?? '', 'dicom')
const names = env?.CORPUS_DIR && existsSync(folder) ? readdirSync(folder) : []
const published = names.filter(name => name.endsWith('.dcm'))

const noOther = () => Promise.reject(new Error('not here'))

async function lastPicture(file: DicomFile): Promise<string> {
  const image = imageOf(file.dataSet)
  if (!image.ok) return image.error.code
  const picture = await pictureOf({ ...file, image: image.data }, image.data.frames - 1, noOther)
  return picture.ok ? 'drawn' : picture.error.code
}

/** WebAssembly codecs are the browser's: here, the refusal says that they were asked for. */
const expected = ({ transferSyntax }: DicomFile, name: string) => {
  if (name.includes('truncated')) return 'frame_cut'
  return transferSyntax.startsWith('1.2.840.10008.1.2.4.9') ? 'damaged_pixels' : 'drawn'
}

/** Files that others publish, read in place when they are there. */
describe.runIf(published.length > 0)('Published images', () => {
  test.each(published)('%s is read', async name => {
    const file = readDicom(new Uint8Array(readFileSync(path.join(folder, name))))
    if (!file.ok) throw new Error(file.error.code)
    const facts = describeDicom(file.data.dataSet)
    expect(facts.study).toMatch(/^[\d.]+$/)
    if (facts.kind === 'key-objects') expect(keyObjectsOf(file.data.dataSet).studies).not.toEqual([])
    if (facts.kind === 'image') expect(await lastPicture(file.data)).toBe(expected(file.data, name))
  })
})
