import { randomUUID } from 'node:crypto'
import type { IdentityProvider } from './identity-providers'
import type { FictiveTraits } from './people'
import { personKey } from './subject'

export type Login = { readonly traits: FictiveTraits; readonly provider: IdentityProvider }

const rememberedLogins = 10_000

/**
 * One entry per sign-in. The account id handed to oidc-provider is `<person>~<sign-in>`: the same person may come
 * through another identity provider or with another e-mail, and keeps the same `sub`.
 */
export class Logins {
  readonly #logins = new Map<string, Login>()

  remember(login: Login): string {
    const accountId = `${personKey(login.traits)}~${randomUUID()}`
    this.#logins.set(accountId, login)
    const [oldest] = this.#logins.keys()
    if (this.#logins.size > rememberedLogins && oldest) this.#logins.delete(oldest)
    return accountId
  }

  find(accountId: string): Login | undefined {
    return this.#logins.get(accountId)
  }
}

export function personKeyOf(accountId: string): string {
  const [key = accountId] = accountId.split('~')
  return key
}
