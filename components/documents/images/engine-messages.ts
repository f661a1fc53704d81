import type { DicomImage, Photometric } from '@/lib/interop/dicom/image'
import type { Samples } from '@/lib/interop/dicom/samples'

/** What the page and its worker say to each other. */

/** Why an image is not shown; each has its sentence. */
export type Fault = 'network' | 'cut' | 'damaged' | 'unsupported' | 'tooLarge' | 'noPixels'

export type Asked =
  | { readonly id: number; readonly do: 'open'; readonly url: string }
  | { readonly id: number; readonly do: 'picture'; readonly url: string; readonly frame: number }

export type Shades = { readonly samples: Samples; readonly photometric: Photometric }

export type Told =
  | { readonly id: number; readonly kind: 'progress'; readonly part: number }
  | { readonly id: number; readonly kind: 'fault'; readonly fault: Fault }
  | { readonly id: number; readonly kind: 'opened'; readonly image: DicomImage }
  | { readonly id: number; readonly kind: 'picture'; readonly picture: Shades }
