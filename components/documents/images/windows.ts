import type { DicomImage, Window } from '@/lib/interop/dicom/image'

/** The named windows: of the file first, then those that radiologists use on a scanner, in Hounsfield units. */

export type PresetName = 'file' | 'lung' | 'bone' | 'soft' | 'brain' | 'full'

export type Preset = {
  readonly key: string
  readonly name: PresetName
  /** What the file itself calls it. */
  readonly said: string | null
  /** Null: all there is in the picture. */
  readonly window: Window | null
}

const scanner: ReadonlyArray<readonly [PresetName, number, number]> = [
  ['lung', -600, 1500],
  ['bone', 400, 1800],
  ['soft', 40, 400],
  ['brain', 40, 80],
]

/** None for colours, which are as they were written. */
export function presetsOf(
  image: Pick<DicomImage, 'samples' | 'palette' | 'windows' | 'hounsfield'>,
): Preset[] {
  if (image.samples === 3 || image.palette) return []
  const own = image.windows.map(
    (window, i): Preset => ({ key: `file-${i}`, name: 'file', said: window.name, window }),
  )
  const usual = image.hounsfield
    ? scanner.map(
        ([name, center, width]): Preset => ({
          key: name,
          name,
          said: null,
          window: { center, width, name: null },
        }),
      )
    : []
  return [...own, ...usual, { key: 'full', name: 'full', said: null, window: null }]
}

/** How much of what is chosen, at each step without dragging. */
const step = 0.1

export const lighter = ({ center, width, name }: Window, times = 1): Window => ({
  center: center - width * step * times,
  width,
  name,
})

export const contrasted = ({ center, width, name }: Window, times = 1): Window => ({
  center,
  width: Math.max(1, width * (1 - step * times)),
  name,
})
