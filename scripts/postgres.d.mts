export interface RunningPostgres {
  /** Superuser's connection to the application's database, which may not exist yet. */
  url: string
  port: number
  pid: number
  home: string
  reused: boolean
  /** Ends the server unless another command still uses it; says whether it did. */
  stop(): Promise<boolean>
}

export function startPostgres(options: {
  folder: string
  port: number
  password: string
  throwaway?: boolean
}): Promise<RunningPostgres>

export function removePostgres(folder: string): void
