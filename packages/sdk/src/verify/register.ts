/** What a register answered, or that it did not. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly content: T }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unavailable' };

/** A register whose public lists are read. */
export interface Register {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Whether what comes from it can be trusted: HTTPS, or plain HTTP from this machine. */
  readonly secure: boolean;
  get<T>(
    path: string,
    mediaType: string,
    read: (response: Response) => Promise<T>,
  ): Promise<Answer<T>>;
  post<T>(
    path: string,
    content: unknown,
    read: (response: Response) => Promise<T>,
  ): Promise<Answer<T>>;
}

/** Milliseconds that one answer may take. */
const longest = 20_000;

/**
 * Opens a register. Its methods reject only when `signal` is aborted; whatever else goes wrong is an
 * answer that is not there.
 *
 * @throws TypeError when `address` is not one of HTTP.
 */
export function openRegister(
  address: string,
  options: { readonly fetch?: typeof fetch | undefined; readonly signal?: AbortSignal | undefined },
): Register {
  const parsed = new URL(address);
  if (!/^https?:$/.test(parsed.protocol)) throw new TypeError('Not the address of a register');
  const url = (parsed.origin + parsed.pathname).replace(/\/+$/, '');

  async function ask<T>(
    path: string,
    mediaType: string,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
  ): Promise<Answer<T>> {
    const deadline = AbortSignal.timeout(longest);
    const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
    try {
      const response = await (options.fetch ?? fetch)(url + path, {
        ...init,
        signal,
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      if (response.status === 429) return { kind: 'busy' };
      const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (!response.ok || type !== mediaType) return { kind: 'unavailable' };
      return { kind: 'answer', content: await read(response) };
    } catch {
      options.signal?.throwIfAborted();
      return { kind: 'unavailable' };
    }
  }

  return {
    url,
    secure: parsed.protocol === 'https:' || isLoopback(parsed.hostname),
    // `no-cache` keeps a copy, and asks each time whether it is still the newest.
    get: (path, mediaType, read) =>
      ask(path, mediaType, { cache: 'no-cache', headers: { accept: mediaType } }, read),
    post: (path, content, read) =>
      ask(
        path,
        'application/json',
        {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify(content),
        },
        read,
      ),
  };
}

/** This machine, as browsers see it (Secure Contexts, section 3.1). */
function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host)
  );
}
