import {
  Bone,
  File,
  FileBadge,
  FileText,
  HandHeart,
  HeartPulse,
  type IconNode,
  Landmark,
  ListChecks,
  NotebookText,
  Pill,
  Receipt,
  ScrollText,
  ShieldCheck,
  Syringe,
  TestTube,
} from 'lucide'
import type { CategoryCode } from '@/lib/record/documents/categories'

/** The pictogram of each category; the compiler asks for one when a category is added. */
export const categoryIcons: Readonly<Record<CategoryCode, IconNode>> = {
  SYNTHESE: NotebookText,
  ORD_SOIN: Pill,
  RADIO_SC: Bone,
  BIOLOGIE: TestTube,
  CPT_REND: FileText,
  DEPISTAG: ShieldCheck,
  CERT_MED: FileBadge,
  CAR_VAC: Syringe,
  DIR_ANT: ScrollText,
  VDP: HandHeart,
  SYNTH_PML: HeartPulse,
  REMB: Receipt,
  QUEST_SANTE: ListChecks,
  DOC_ADM: Landmark,
  AUTR_DOC: File,
}
