import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type SessionWatch, watchSession } from './session-watch'

/** A quarter of an hour, of which the server may have counted half a minute already: 870 seconds here. */
const idleSeconds = 900
const warningSeconds = 120

const page = new EventTarget()
const assign = vi.fn()
const server = vi.fn(async () => new Response(null, { status: 204 }))
const opened: SessionWatch[] = []

function openTab() {
  const onLeft = vi.fn()
  const watch = watchSession({ idleSeconds, warningSeconds, onLeft })
  opened.push(watch)
  return { ...watch, onLeft }
}

/** Lets messages between tabs and answers of the server arrive. */
const settle = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))

async function pass(seconds: number) {
  vi.advanceTimersByTime(seconds * 1000)
  await settle()
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('location', { assign })
  vi.stubGlobal('fetch', server)
  vi.stubGlobal('HTMLFormElement', class {})
})

afterEach(() => {
  for (const watch of opened.splice(0)) watch.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
  server.mockImplementation(async () => new Response(null, { status: 204 }))
})

describe('The idle time of a session, as the browser follows it', () => {
  test('nothing is said until two minutes before the end', async () => {
    const tab = openTab()
    await pass(749)
    expect(tab.onLeft).toHaveBeenCalledTimes(1)
    expect(tab.onLeft).toHaveBeenLastCalledWith(null)
    await pass(1)
    expect(tab.onLeft).toHaveBeenLastCalledWith(120)
  })

  test('without an answer, the person is led to the sign-in page, which says why', async () => {
    openTab()
    await pass(750)
    expect(assign).not.toHaveBeenCalled()
    await pass(121)
    expect(assign).toHaveBeenCalledExactlyOnceWith('/connexion?motif=inactivite')
  })

  test('staying gives a whole new time', async () => {
    const tab = openTab()
    await pass(800)
    await expect(tab.extend()).resolves.toBe(true)
    expect(server).toHaveBeenCalledExactlyOnceWith('/api/session/prolonger', { method: 'POST' })
    expect(tab.onLeft).toHaveBeenLastCalledWith(null)
    await pass(749)
    expect(tab.onLeft).toHaveBeenLastCalledWith(null)
  })

  test('a server out of reach is not taken for an agreement', async () => {
    server.mockRejectedValueOnce(new TypeError('network'))
    const tab = openTab()
    await pass(800)
    await expect(tab.extend()).resolves.toBe(false)
    expect(tab.onLeft).toHaveBeenLastCalledWith(70)
  })

  test('a session that is over on the server ends here too, in every tab', async () => {
    server.mockResolvedValueOnce(new Response(null, { status: 401 }))
    const tab = openTab()
    openTab()
    await tab.extend()
    await vi.waitFor(() => expect(assign).toHaveBeenCalledTimes(2))
    expect(assign).toHaveBeenCalledWith('/connexion?motif=inactivite')
  })

  test('someone who reads for long is kept without being asked', async () => {
    const tab = openTab()
    await pass(60)
    page.dispatchEvent(new Event('scroll'))
    expect(server).not.toHaveBeenCalled()
    await pass(61)
    page.dispatchEvent(new Event('scroll'))
    await settle()
    expect(server).toHaveBeenCalledTimes(1)
    await pass(740)
    expect(tab.onLeft).toHaveBeenLastCalledWith(null)
  })

  test('once warned, only an answer keeps the session', async () => {
    openTab()
    await pass(760)
    page.dispatchEvent(new Event('pointerdown'))
    await settle()
    expect(server).not.toHaveBeenCalled()
  })

  test('acting in one tab keeps the others', async () => {
    const here = openTab()
    const there = openTab()
    await pass(760)
    expect(there.onLeft).toHaveBeenLastCalledWith(110)
    await here.extend()
    await vi.waitFor(() => expect(there.onLeft).toHaveBeenLastCalledWith(null))
  })

  test('a computer that slept past the end finds its session closed', async () => {
    openTab()
    vi.setSystemTime(Date.now() + 3_600_000)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(assign).toHaveBeenCalledWith('/connexion?motif=inactivite')
  })
})
