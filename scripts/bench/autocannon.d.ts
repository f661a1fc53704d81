/** The part of autocannon that the benchmark uses: the package carries no types. */
declare module 'autocannon' {
  export interface LoadRequest {
    method: 'GET'
    path: string
    headers?: Record<string, string>
  }

  export interface LoadClient {
    setRequests(requests: LoadRequest[]): void
  }

  export interface LoadOptions {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    /** Seconds. */
    timeout: number
    setupClient(client: LoadClient): void
  }

  export interface LoadResult {
    /** Seconds, as really lasted. */
    duration: number
    errors: number
    timeouts: number
    non2xx: number
    '2xx': number
  }

  export interface RunningLoad extends PromiseLike<LoadResult> {
    on(
      event: 'response',
      act: (client: LoadClient, status: number, bytes: number, milliseconds: number) => void,
    ): void
  }

  export default function autocannon(options: LoadOptions): RunningLoad
}
