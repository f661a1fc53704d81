import { z } from 'zod'
import { describeDicom, type ImagingFacts } from '@/lib/interop/dicom/describe'
import { readDicom } from '@/lib/interop/dicom/read'
import { modalityLabel } from '@/lib/interop/terminology/modalities'
import { normalizeName, type Traits } from '@/lib/people/identity/traits'

/** DICOM images of a record: which files make one examination, and what a selection cites. */

export const dicomType = 'application/dicom'

const textSchema = z.string().nullable()
const citedSchema = z.object({ study: z.string(), instances: z.array(z.string()) })

/** What is kept of a file, sealed, so that an examination is gathered without reading all of them. */
export const keptImagingSchema = z.object({
  study: textSchema,
  series: textSchema,
  instance: textSchema,
  kind: z.enum(['image', 'key-objects', 'other']),
  modality: textSchema,
  date: textSchema,
  institution: textSchema,
  seriesDescription: textSchema,
  seriesNumber: z.number().nullable(),
  instanceNumber: z.number().nullable(),
  frames: z.number().int().min(1),
  /** The name and the birth date in the file are both someone else’s. The name itself is not kept. */
  namesAnother: z.boolean(),
  cited: z.array(citedSchema),
})
export type KeptImaging = z.output<typeof keptImagingSchema>
export type CitedImages = z.output<typeof citedSchema>

type Person = Pick<Traits, 'birthName' | 'birthDate'> & { readonly usedName?: string | null }

/** As on receipt of any document: one of the two may be mistyped, both are another person. */
function namesAnother({ familyName, birthDate }: ImagingFacts['patient'], person: Person): boolean {
  const names = [person.birthName, person.usedName ?? ''].map(normalizeName).filter(Boolean)
  const said = familyName ? normalizeName(familyName) : ''
  const agreements = [
    said === '' ? null : names.some(name => ` ${said} `.includes(` ${name} `)),
    birthDate === null ? null : birthDate === person.birthDate,
  ].filter(agrees => agrees !== null)
  return agreements.length > 0 && !agreements.includes(true)
}

/** What a file told as it came, without whose it says it is: only whether that is this person. */
export function keptImaging(facts: ImagingFacts, person: Person | null): KeptImaging {
  const { patient, cited, studyDescription: _title, bodyPart: _part, ...kept } = facts
  return {
    ...kept,
    frames: Math.min(facts.frames, 100_000),
    namesAnother: person !== null && namesAnother(patient, person),
    cited: cited.map(({ study, instances }) => ({ study, instances: [...instances] })),
  }
}

/** What a whole file says; null when it is not one that we read. */
export function imagingIn(bytes: Uint8Array): ImagingFacts | null {
  const file = readDicom(bytes, { partial: true })
  return file.ok ? describeDicom(file.data.dataSet) : null
}

/** A file of an examination that this person may see. */
export type ImageFile = {
  readonly id: string
  readonly title: string
  readonly size: number
  readonly kept: KeptImaging
}

export type ImageSeries = {
  readonly key: string
  readonly number: number | null
  readonly description: string | null
  readonly modality: string | null
  readonly files: readonly ImageFile[]
}

const order = (a: number | null, b: number | null) =>
  (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER)

/** The files that hold pictures, by series, each in the order of its numbers. */
export function seriesOf(files: readonly ImageFile[]): ImageSeries[] {
  const groups = new Map<string, ImageFile[]>()
  for (const file of files.filter(({ kept }) => kept.kind === 'image')) {
    const key = file.kept.series ?? file.id
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return [...groups]
    .map(([key, group]) => {
      const sorted = [...group].sort(
        (a, b) => order(a.kept.instanceNumber, b.kept.instanceNumber) || a.id.localeCompare(b.id),
      )
      const { seriesNumber: number, seriesDescription: description, modality } = sorted[0]?.kept ?? {}
      return {
        key,
        number: number ?? null,
        description: description ?? null,
        modality: modality ?? null,
        files: sorted,
      }
    })
    .sort((a, b) => order(a.number, b.number))
}

/** What people call the examination these series are of: « Scanner », « IRM ». */
export const examinationName = ([first]: readonly ImageSeries[]): string | null =>
  modalityLabel(first?.modality ?? null)
