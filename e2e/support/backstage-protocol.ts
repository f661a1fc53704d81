/** What a test may ask of the project's own commands, and what comes back. */

export type Traits = {
  readonly birthName: string
  readonly givenNames: readonly string[]
  readonly sex: 'F' | 'M'
  readonly birthDate: string
  readonly birthPlace: string
}

export type Registration = Traits & { readonly matricule: string }

export type SentFile = { readonly name: string; readonly bytes: Uint8Array }

export type Asks = {
  /** Makes a person known, with a space that is not opened yet. */
  readonly register: { readonly ask: Registration; readonly answer: { readonly spaceId: string } }
  /** Opens a space as its holder would on the screen. */
  readonly open: { readonly ask: { readonly spaceId: string; readonly name: string }; readonly answer: null }
  /** A text that the person added themselves. */
  readonly own: {
    readonly ask: { readonly spaceId: string; readonly name: string; readonly title: string }
    readonly answer: { readonly id: string }
  }
  /** Receives files, as `npm run import` does. */
  readonly import: {
    readonly ask: { readonly matricule: string; readonly files: readonly SentFile[] }
    readonly answer: { readonly refused: readonly string[]; readonly imported: number }
  }
}

export type AskName = keyof Asks

export type Question = {
  [Name in AskName]: { readonly name: Name; readonly ask: Asks[Name]['ask'] }
}[AskName]

export type Answer =
  | { readonly number: number; readonly data: Asks[AskName]['answer'] }
  | { readonly number: number; readonly failed: string }
