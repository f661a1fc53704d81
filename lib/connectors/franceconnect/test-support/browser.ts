/** A browser without JavaScript: cookies, redirections, and forms posted by hand. */

type Cookie = { readonly host: string; readonly path: string; readonly name: string; readonly value: string }

export type Visit = {
  readonly url: URL
  readonly status: number
  readonly html: string
  readonly headers: Headers
}

export class Browser {
  #cookies: readonly Cookie[]

  constructor(cookies: readonly Cookie[] = []) {
    this.#cookies = cookies
  }

  /** The same person's other window: same cookies now, its own from now on. */
  copy(): Browser {
    return new Browser(this.#cookies)
  }

  /** Follows redirections, and stops before an address that `stopAt` recognises. */
  async open(address: string, stopAt: (url: URL) => boolean = () => false): Promise<Visit> {
    return this.#follow(address, undefined, stopAt)
  }

  async post(
    address: string,
    fields: Readonly<Record<string, string>>,
    stopAt: (url: URL) => boolean = () => false,
  ): Promise<Visit> {
    return this.#follow(address, new URLSearchParams(fields), stopAt)
  }

  async #follow(
    address: string,
    form: URLSearchParams | undefined,
    stopAt: (url: URL) => boolean,
  ): Promise<Visit> {
    let body = form
    let url = new URL(address)
    for (let hops = 0; hops < 12; hops += 1) {
      const response = await this.#request(url, body)
      const location = response.headers.get('location')
      if (!location)
        return { url, status: response.status, html: await response.text(), headers: response.headers }
      await response.arrayBuffer()
      url = new URL(location, url)
      body = undefined
      if (stopAt(url)) return { url, status: response.status, html: '', headers: response.headers }
    }
    throw new Error(`too many redirections, last ${url.origin}${url.pathname}`)
  }

  async #request(url: URL, form: URLSearchParams | undefined): Promise<Response> {
    const cookie = this.#cookies
      .filter(({ host, path }) => host === url.host && url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) },
      ...(form ? { body: form } : {}),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(url.host, line)
    return response
  }

  #keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    const path = attributes.find(part => /^path=/i.test(part))?.slice(5) ?? '/'
    const others = this.#cookies.filter(
      cookie => !(cookie.host === host && cookie.name === name && cookie.path === path),
    )
    this.#cookies = value === '' ? others : [...others, { host, path, name, value }]
  }
}
