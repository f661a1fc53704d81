import type { FileMeasures } from './files'
import type { TableUse } from './indexes'
import type { Interaction } from './interaction'
import type { Lag } from './lag'
import type { Sample } from './load'
import type { Options } from './options'
import type { Pictures } from './pictures'
import type { Searched } from './searcher'
import type { ImportOutput, SealOutput, VerifyOutput } from './tasks'
import type { Weight } from './weight'

/** All that one run measured. A part that was not measured is not there, and is not printed. */
export type Measures = {
  readonly date: string
  readonly machine: Record<string, string | number>
  readonly options: Options
  readonly population: { readonly people: number; readonly documents: number; readonly events: number }
  readonly pages: ReadonlyArray<{
    readonly key: string
    readonly label: string
    readonly samples: readonly Sample[]
  }>
  readonly imports: ImportOutput & { readonly origin: string }
  readonly sealing: { readonly many: SealOutput; readonly single: SealOutput }
  readonly lag: Lag
  readonly verification: VerifyOutput
  /** Of the one person who has thousands of documents. */
  readonly search: Searched & { readonly documents: number; readonly interaction: Interaction }
  readonly files: FileMeasures
  readonly pictures: Pictures
  readonly tables: { readonly pages: readonly TableUse[]; readonly imports: readonly TableUse[] }
  readonly weights: readonly Weight[]
}
