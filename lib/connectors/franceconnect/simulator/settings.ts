/** Everything the simulator needs; it reads neither the environment nor the clock of anyone else. */
export type SimulatorSettings = {
  /** 0 for whichever port is free (tests). The address is always 127.0.0.1, and that is not a setting. */
  readonly port: number
  /** Default: `http://127.0.0.1:<port>/api/v2`. Its path must be `/api/v2`, as at FranceConnect+. */
  readonly issuer?: string
  readonly client: SimulatorClient
  /** Folder of the signing keys: tokens of before a restart stay verifiable. */
  readonly keyFolder: string
  /** The value of NODE_ENV. `production` is refused unless `allowInProduction`. */
  readonly environment: string | undefined
  readonly allowInProduction?: boolean
  /** Told of what went wrong inside, without any personal data. */
  readonly onError?: (where: string, error: Error) => void
}

export type SimulatorClient = {
  readonly id: string
  readonly secret: string
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly jwksUri: string
}

export const basePath = '/api/v2'

/** FranceConnect+ documents a minimum of 32 characters for `state` and `nonce`. */
export const minimumOpaqueLength = 32

export function assertAllowedHere({ environment, allowInProduction }: SimulatorSettings): void {
  if (environment === 'production' && !allowInProduction)
    throw new Error(
      'The FranceConnect+ simulator gives any identity to anyone: it does not start in production.',
    )
}

export function issuerFor(settings: SimulatorSettings, port: number): string {
  const issuer = settings.issuer ?? `http://127.0.0.1:${port}${basePath}`
  if (new URL(issuer).pathname !== basePath) throw new Error(`The issuer's path must be ${basePath}.`)
  return issuer
}
