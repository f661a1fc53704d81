/** What a readable copy is made of: words in their order, without the markup they came from. */
export type ReadableCell = { readonly text: string; readonly header: boolean; readonly span: number }

export type ReadableBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly rows: ReadonlyArray<readonly ReadableCell[]>
    }

export type ReadableCopy = {
  readonly title: string
  /** Who, when, by whom. */
  readonly facts: ReadonlyArray<{ readonly term: string; readonly details: string }>
  readonly blocks: readonly ReadableBlock[]
  /** At the foot of every page: that it is a copy. */
  readonly notice: string
  readonly page: (page: number, count: number) => string
  /** Instead of what would make it too long. */
  readonly cut: string
  /** When some signs could not be drawn. */
  readonly undrawn: string
  readonly fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array }
}
