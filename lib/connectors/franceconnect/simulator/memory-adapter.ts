import type { Adapter, AdapterPayload } from 'oidc-provider'

type Entry = { readonly payload: AdapterPayload; readonly expiresAt: number }

/**
 * oidc-provider's storage, one per simulator: two simulators in one test process share nothing, and a key rotation
 * (which rebuilds the provider) loses nothing. Everything in it lives seconds or minutes.
 */
export class MemoryStore {
  readonly #entries = new Map<string, Entry>()

  adapter(model: string): Adapter {
    return new MemoryAdapter(this, `${model}:`)
  }

  read(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key)
    if (!entry || entry.expiresAt <= Date.now()) return undefined
    return entry.payload
  }

  write(key: string, payload: AdapterPayload, seconds: number): void {
    if (this.#entries.size > 5_000) this.#dropExpired()
    this.#entries.set(key, { payload, expiresAt: Date.now() + seconds * 1000 })
  }

  delete(matches: (key: string, payload: AdapterPayload) => boolean): void {
    for (const [key, { payload }] of this.#entries) if (matches(key, payload)) this.#entries.delete(key)
  }

  find(matches: (key: string, payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload }] of this.#entries) if (matches(key, payload)) return this.read(key)
    return undefined
  }

  #dropExpired(): void {
    const now = Date.now()
    for (const [key, { expiresAt }] of this.#entries) if (expiresAt <= now) this.#entries.delete(key)
  }
}

class MemoryAdapter implements Adapter {
  constructor(
    private readonly store: MemoryStore,
    private readonly prefix: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.store.write(this.prefix + id, payload, expiresIn)
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.store.read(this.prefix + id)
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.store.find((key, payload) => key.startsWith(this.prefix) && payload.uid === uid)
  }

  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    const payload = this.store.read(this.prefix + id)
    if (payload) payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<void> {
    this.store.delete(key => key === this.prefix + id)
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    this.store.delete((_key, payload) => payload.grantId === grantId)
  }
}
