export const ROOT: string
export const DATABASE_NAME: string

type Source = Record<string, string | undefined>

/** What every process of the project is given; see environment.mjs. */
export interface ProcessEnvironment extends Record<string, string | undefined> {
  PORT: string
  APP_URL: string
  NEXTAUTH_URL: string
  DATA_DIR: string
  STORAGE_DIR: string
  POSTGRES_PORT: string
  FRANCECONNECT_PORT: string
  FRANCECONNECT_ISSUER: string
  FRANCECONNECT_CLIENT_ID: string
  FRANCECONNECT_CLIENT_SECRET: string
  DATABASE_URL: string
  APP_DATABASE_URL: string
  JOBS_DATABASE_URL: string
  SEALER_DATABASE_URL: string
  DATABASE_OWNER_PASSWORD: string
  DATABASE_APP_PASSWORD: string
  DATABASE_JOBS_PASSWORD: string
  DATABASE_SEALER_PASSWORD: string
}

export function readPort(source: Source, name: string, fallback: number): number
export function urlFor(ownerUrl: string, user: string, password: string): string
export function dataFolder(source?: Source): string
export function databaseUrls(
  ownerUrl: string,
  values: Source,
): Record<'APP_DATABASE_URL' | 'JOBS_DATABASE_URL' | 'SEALER_DATABASE_URL', string>
export function environment(options?: { source?: Source; ownerUrl?: string }): ProcessEnvironment
export function bringsItsDatabase(source?: Source): boolean
export function webEnvironment(env: Source): ProcessEnvironment
