/** What a scan found. `not_scanned` is a state like another: it is kept with the document and told to its person. */
export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected' }
  | { readonly kind: 'not_scanned'; readonly why: 'no_antivirus' | 'unreachable' | 'no_answer' | 'refused' }

/** One file, shown piece by piece as it goes by. Nothing here throws: an antivirus that fails stops no one. */
export type Scan = {
  see(piece: Uint8Array): Promise<void>
  /** After the last piece. */
  verdict(): Promise<Verdict>
  /** The file was given up. */
  abandon(): void
}

export type Antivirus = { begin(): Scan }
