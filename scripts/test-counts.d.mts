export interface Counts {
  passed: number
  failed: number
  skipped: number
}
export const none: Counts
export function one(ok: boolean): Counts
export function sum(left: Counts, right: Counts): Counts
export function fromVitest(report: unknown, exitCode: number): Counts
export function fromPlaywright(report: unknown, exitCode: number): Counts
