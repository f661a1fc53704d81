import type { ImagingFacts } from '@/lib/interop/dicom/describe'

/** Kinds of examination (DICOM PS3.3 §C.7.3.1.1.1) as people call them; the others keep their code to themselves. */
const MODALITIES: ReadonlyMap<string, string> = new Map([
  ['BMD', 'Densitométrie osseuse'],
  ['CR', 'Radiographie'],
  ['CT', 'Scanner'],
  ['DX', 'Radiographie'],
  ['ECG', 'Électrocardiogramme'],
  ['ES', 'Endoscopie'],
  ['IO', 'Radiographie dentaire'],
  ['IVUS', 'Échographie'],
  ['MG', 'Mammographie'],
  ['MR', 'IRM'],
  ['NM', 'Scintigraphie'],
  ['OCT', 'Tomographie de l’œil'],
  ['OP', 'Photographie de l’œil'],
  ['OPT', 'Tomographie de l’œil'],
  ['PT', 'TEP'],
  ['PX', 'Radiographie panoramique'],
  ['RF', 'Radioscopie'],
  ['US', 'Échographie'],
  ['XA', 'Angiographie'],
  ['XC', 'Photographie'],
])

export const modalityLabel = (code: string | null): string | null =>
  code === null ? null : (MODALITIES.get(code) ?? null)

/** Parts of a description are separated as those of a name are: « Tête^Dental (Adulte) ». */
const plain = (text: string | null) => text?.replaceAll('^', ' ').replaceAll(/\s+/gu, ' ').trim() || null

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** What a person would call this examination, from what the file says; null when it says too little. */
export function imagingTitle({
  modality,
  studyDescription,
}: Pick<ImagingFacts, 'modality' | 'studyDescription'>): string | null {
  const [label, description] = [modalityLabel(modality), plain(studyDescription)]
  if (!(label && description)) return label ?? (description && description.length > 3 ? description : null)
  return folded(description).includes(folded(label)) ? description : `${label} : ${description}`
}
