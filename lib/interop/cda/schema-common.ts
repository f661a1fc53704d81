/** What every part of a CDA document is made of: times, codes, identifiers, people and organisations. */

export type TimePrecision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

/**
 * An HL7 TS. `iso` stops where the precision stops: `1979`, `1979-03`, `1979-03-28`, `2024-11-10T13:10+01:00`.
 * `zoned` is false when the source gave a time of day without an offset: it is then a local time.
 */
export type CdaTime = {
  readonly iso: string
  readonly precision: TimePrecision
  readonly zoned: boolean
}

export type CdaPeriod = { readonly start: CdaTime | null; readonly end: CdaTime | null }

export type CodeTranslation = {
  readonly code: string
  readonly system: string | null
  readonly label: string | null
}

/** A coded concept. `label` is the best human text: the narrative it points to, else displayName, else null. */
export type Coded = {
  readonly code: string | null
  readonly system: string | null
  readonly systemName: string | null
  readonly displayName: string | null
  readonly originalText: string | null
  readonly label: string | null
  readonly translations: readonly CodeTranslation[]
}

export type Identifier = { readonly root: string; readonly extension: string | null }

/** Family and given names of a professional or a relative, in reading order in `full`. */
export type PersonName = {
  readonly full: string
  readonly prefix: string | null
  readonly given: string | null
  readonly family: string | null
  readonly suffix: string | null
}

export type Organization = {
  readonly ids: readonly Identifier[]
  readonly name: string | null
  /** standardIndustryClassCode: the cadre d'exercice (JDV_J04). */
  readonly practiceSetting: Coded | null
  readonly city: string | null
}

/** A professional, an organisation or a device that takes part. */
export type Party = {
  readonly ids: readonly Identifier[]
  readonly name: PersonName | null
  /** Profession or specialty, e.g. G15_10/SM26 in 1.2.250.1.213.1.1.4.5. */
  readonly specialty: Coded | null
  readonly organization: Organization | null
  readonly device: { readonly manufacturer: string | null; readonly software: string | null } | null
}
