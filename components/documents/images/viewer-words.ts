/** The sentences of the viewer, as they stand in lib/content; `{place}` and the like are filled here. */
export type ViewerWords = typeof import('@/lib/content/fr/images.json')['viewer']

export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

export const inWords = (value: number) => numbers.format(value)

/** One file, and how many images it is known to hold. */
export type FileView = { readonly url: string; readonly frames: number }

export type SeriesView = { readonly key: string; readonly name: string; readonly files: readonly FileView[] }
