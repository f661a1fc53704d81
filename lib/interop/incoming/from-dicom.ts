import { describeDicom } from '@/lib/interop/dicom/describe'
import { readDicom } from '@/lib/interop/dicom/read'
import { CLASS_SYSTEM, classLabel } from '@/lib/interop/terminology/documents'
import { imagingTitle } from '@/lib/interop/terminology/modalities'
import { type Described, listed } from './from-cda'

/** JDV_J06: « Imagerie médicale ». */
const IMAGING_CLASS = '31'

/** What a DICOM file that came alone says of itself. It names nobody by their INS: the sender does. */
export function describeImages(
  bytes: Uint8Array,
): Partial<Pick<Described, 'title' | 'class' | 'creation' | 'custodian'>> {
  const file = readDicom(bytes, { partial: true })
  if (!file.ok) return {}
  const facts = describeDicom(file.data.dataSet)
  const { date, institution } = facts
  return {
    title: imagingTitle(facts),
    class: listed(IMAGING_CLASS, CLASS_SYSTEM, classLabel),
    creation: date ? { iso: date, precision: 'day' } : null,
    custodian: institution ? { id: null, idSystem: null, name: institution } : null,
  }
}
