import { type DataSet, elementOf, itemsOf } from './data-set'
import { codeOf, dateOf, numberOf, textOf } from './values'

/** What a file says of the examination it belongs to, and of whom (PS3.3 §C.7). */
export type ImagingFacts = {
  readonly study: string | null
  readonly series: string | null
  readonly instance: string | null
  /** `image`: there are pixels. `key-objects`: it cites images that are elsewhere. */
  readonly kind: 'image' | 'key-objects' | 'other'
  /** Two letters or so: CT, MR, US … (PS3.3 §C.7.3.1.1.1). */
  readonly modality: string | null
  /** `2026-03-12`. */
  readonly date: string | null
  readonly institution: string | null
  readonly studyDescription: string | null
  readonly seriesDescription: string | null
  readonly bodyPart: string | null
  readonly seriesNumber: number | null
  readonly instanceNumber: number | null
  readonly frames: number
  /** Of a selection: what it cites, by examination. */
  readonly cited: ReadonlyArray<{ readonly study: string; readonly instances: readonly string[] }>
  readonly patient: { readonly familyName: string | null; readonly birthDate: string | null }
}

const KEY_OBJECTS = '1.2.840.10008.5.1.4.1.1.88.59'
const LONGEST_UID = 64

/** Digits and dots (PS3.5 §9.1): anything else could not be compared. */
function uidOf(set: DataSet, name: 'studyInstance' | 'seriesInstance' | 'sopInstance'): string | null {
  const uid = codeOf(set, name)
  return uid && uid.length <= LONGEST_UID && /^[\d.]+$/.test(uid) ? uid : null
}

/** `DURAND^Alice^^Dr`: the family name comes first, alphabetic before other writings (PS3.5 §6.2.1). */
function familyNameOf(set: DataSet): string | null {
  const [alphabetic = ''] = (textOf(set, 'patientName') ?? '').split('=')
  return alphabetic.split('^')[0]?.trim() || null
}

function kindOf(set: DataSet): ImagingFacts['kind'] {
  if (codeOf(set, 'sopClass') === KEY_OBJECTS) return 'key-objects'
  return elementOf(set, 'pixels') ? 'image' : 'other'
}

function firstDate(set: DataSet): string | null {
  return (
    dateOf(set, 'studyDate') ??
    dateOf(set, 'acquisitionDate') ??
    dateOf(set, 'seriesDate') ??
    dateOf(set, 'contentDate')
  )
}

const frameCount = (set: DataSet) => Math.max(1, Math.trunc(numberOf(set, 'frames') ?? 1))

const MOST_CITED = 2000

function citedBy(set: DataSet): ImagingFacts['cited'] {
  if (kindOf(set) !== 'key-objects') return []
  return keyObjectsOf(set).studies.map(({ study, instances }) => ({
    study,
    instances: instances.slice(0, MOST_CITED).map(({ instance }) => instance),
  }))
}

export function describeDicom(set: DataSet): ImagingFacts {
  return {
    study: uidOf(set, 'studyInstance'),
    series: uidOf(set, 'seriesInstance'),
    instance: uidOf(set, 'sopInstance'),
    kind: kindOf(set),
    modality: codeOf(set, 'modality')?.toUpperCase().slice(0, 16) ?? null,
    date: firstDate(set),
    institution: textOf(set, 'institution')?.slice(0, 120) ?? null,
    studyDescription: textOf(set, 'studyDescription')?.slice(0, 120) ?? null,
    seriesDescription: textOf(set, 'seriesDescription')?.slice(0, 120) ?? null,
    bodyPart: codeOf(set, 'bodyPart')?.toUpperCase().slice(0, 32) ?? null,
    seriesNumber: numberOf(set, 'seriesNumber'),
    instanceNumber: numberOf(set, 'instanceNumber'),
    frames: frameCount(set),
    cited: citedBy(set),
    patient: { familyName: familyNameOf(set), birthDate: dateOf(set, 'patientBirthDate') },
  }
}

/** An image that a selection cites, and the series it is in. */
export type CitedInstance = { readonly series: string; readonly instance: string }
export type CitedStudy = { readonly study: string; readonly instances: readonly CitedInstance[] }

export type KeyObjects = {
  /** Why these images: « For Referring Provider », « Manifest » … as written. */
  readonly title: string | null
  readonly note: string | null
  readonly studies: readonly CitedStudy[]
}

function citedIn(evidence: DataSet): CitedStudy | null {
  const study = uidOf(evidence, 'studyInstance')
  if (!study) return null
  const instances = itemsOf(evidence, 'referencedSeries').flatMap(seriesItem => {
    const series = uidOf(seriesItem, 'seriesInstance')
    return itemsOf(seriesItem, 'referencedSop').flatMap(sop => {
      const instance = codeOf(sop, 'referencedSopInstance')
      return series && instance ? [{ series, instance }] : []
    })
  })
  return { study, instances }
}

/** What a key object selection cites (PS3.3 §A.35.4, §C.17.6.2). */
export function keyObjectsOf(set: DataSet): KeyObjects {
  const [title] = itemsOf(set, 'conceptName')
  const note = itemsOf(set, 'content')
    .map(item => textOf(item, 'textValue', set))
    .find(text => text !== null)
  const studies = [...itemsOf(set, 'evidence'), ...itemsOf(set, 'otherEvidence')].map(citedIn)
  return {
    title: title ? textOf(title, 'codeMeaning', set) : null,
    note: note ?? null,
    studies: studies.filter(study => study !== null),
  }
}
