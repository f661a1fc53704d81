/** The server writes the time of a request at most every thirty seconds (session-rules): end as early as it may. */
const serverPrecision = 30_000
/** Someone who reads or writes for long on one page is here: the server is told, at most this often. */
const tellServerAfter = 120_000

const extendPath = '/api/session/prolonger'
const leavePath = '/deconnexion'
const signInPath = '/connexion'

type Said = { kind: 'here'; at: number } | { kind: 'left' }

export type SessionWatch = {
  /** Asks the server for a whole new idle time. False when it could not be reached. */
  readonly extend: () => Promise<boolean>
  readonly stop: () => void
}

type Watched = {
  readonly idleSeconds: number
  readonly warningSeconds: number
  /** Seconds left while the person must be warned; null while there is nothing to say. */
  readonly onLeft: (seconds: number | null) => void
}

/**
 * Follows the idle time of the session in this browser. All its tabs share one clock: acting in one keeps the
 * others, and leaving in one closes the others. The server decides alone when a session is over; this only warns.
 */
export function watchSession({ idleSeconds, warningSeconds, onLeft }: Watched): SessionWatch {
  const idle = idleSeconds * 1000 - serverPrecision
  const channel = new BroadcastChannel('session')
  const stopped = new AbortController()
  let lastContact = Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: Promise<boolean> | undefined

  const secondsLeft = () => Math.ceil((lastContact + idle - Date.now()) / 1000)

  function look() {
    clearTimeout(timer)
    const left = secondsLeft()
    if (left <= 0) return leave(`${signInPath}?motif=inactivite`)
    const warned = left <= warningSeconds
    onLeft(warned ? left : null)
    timer = setTimeout(look, warned ? 1000 : (left - warningSeconds) * 1000)
  }

  function leave(path: string) {
    stop()
    location.assign(path)
  }

  function contactAt(at: number) {
    lastContact = Math.max(lastContact, at)
    look()
  }

  async function ask(): Promise<boolean> {
    const at = Date.now()
    const answer = await fetch(extendPath, { method: 'POST' }).catch(() => null)
    if (answer?.status === 401) {
      channel.postMessage({ kind: 'left' } satisfies Said)
      leave(`${signInPath}?motif=inactivite`)
    }
    if (!answer?.ok || stopped.signal.aborted) return false
    channel.postMessage({ kind: 'here', at } satisfies Said)
    contactAt(at)
    return true
  }

  function extend(): Promise<boolean> {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }

  function onActivity() {
    const warned = secondsLeft() <= warningSeconds
    if (!warned && Date.now() - lastContact > tellServerAfter) void extend()
  }

  function onSubmit({ target }: Event) {
    const leaves = target instanceof HTMLFormElement && new URL(target.action).pathname === leavePath
    if (leaves) channel.postMessage({ kind: 'left' } satisfies Said)
  }

  function stop() {
    clearTimeout(timer)
    stopped.abort()
    channel.close()
  }

  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.kind === 'left') leave(signInPath)
    else contactAt(data.at)
  }
  const { signal } = stopped
  for (const name of ['pointerdown', 'keydown', 'scroll'])
    addEventListener(name, onActivity, { capture: true, passive: true, signal })
  addEventListener('submit', onSubmit, { signal })
  // A computer that slept, a page taken back from the browser's memory: the clock went on without us.
  document.addEventListener('visibilitychange', look, { signal })
  addEventListener('pageshow', look, { signal })
  channel.postMessage({ kind: 'here', at: lastContact } satisfies Said)
  look()
  return { extend, stop }
}
