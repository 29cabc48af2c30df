/** What a browser does between two pages: keeps cookies by path, and notes each address. */
export interface Visitor {
  /** Every address that was asked for. */
  readonly addresses: readonly string[];
  /** Every page that was shown. */
  readonly pages: readonly string[];
  get(url: string): Promise<Response>;
  post(url: string, form: Readonly<Record<string, string>>): Promise<Response>;
}

export function createVisitor(): Visitor {
  const cookies = new Map<string, { readonly path: string; readonly value: string }>();
  const addresses: string[] = [];
  const pages: string[] = [];

  async function request(url: string, init: RequestInit): Promise<Response> {
    const { pathname } = new URL(url);
    const cookie = [...cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = { Accept: 'text/html', Cookie: cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    addresses.push(url, response.headers.get('location') ?? '');
    pages.push(await response.clone().text());
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (value === '') cookies.delete(name);
      else cookies.set(name, { path, value });
    }
    return response;
  }

  return {
    addresses,
    pages,
    get: (url) => request(url, {}),
    post: (url, form) => request(url, { method: 'POST', body: new URLSearchParams(form) }),
  };
}
