import { discard, mostBytes, readUpTo } from '../body.ts';

/** What a register answered, or that it did not. */
export type Answer =
  | {
      readonly kind: 'answer';
      readonly content: Uint8Array<ArrayBuffer>;
      /** Names this version of it (RFC 9110, section 8.8.3). */
      readonly etag: string | undefined;
      /** Seconds for which it may be kept; undefined when that is not told. */
      readonly maxAge: number | undefined;
    }
  | { readonly kind: 'unchanged'; readonly maxAge: number | undefined }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unavailable' };

/** A register whose public lists are read. */
export interface Register {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Whether what comes from it can be trusted: HTTPS, or plain HTTP from this machine. */
  readonly secure: boolean;
  /** Reads a public list; `unchanged` when it is still the version that `etag` names. */
  get(path: string, mediaType: string, etag?: string): Promise<Answer>;
  post(path: string, content: unknown): Promise<Answer>;
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

  async function ask(
    path: string,
    mediaType: string,
    most: number,
    init: RequestInit,
  ): Promise<Answer> {
    const deadline = AbortSignal.timeout(longest);
    const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
    try {
      const response = await (options.fetch ?? fetch)(url + path, {
        ...init,
        signal,
        credentials: 'omit',
        // Never followed: it is no answer. Cloudflare Workers refuse 'error'.
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
      });
      const { headers, status } = response;
      const maxAge = maxAgeOf(headers);
      const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (!response.ok || type !== mediaType) {
        discard(response);
        if (status === 304) return { kind: 'unchanged', maxAge };
        return { kind: status === 429 ? 'busy' : 'unavailable' };
      }
      const content = await readUpTo(response, most);
      if (!content) return { kind: 'unavailable' };
      return { kind: 'answer', content, etag: headers.get('etag') ?? undefined, maxAge };
    } catch {
      options.signal?.throwIfAborted();
      return { kind: 'unavailable' };
    }
  }

  return {
    url,
    secure: parsed.protocol === 'https:' || isLoopback(parsed.hostname),
    get: (path, mediaType, etag) =>
      ask(path, mediaType, mostBytes.list, {
        ...revalidation(url),
        headers: { accept: mediaType, ...(etag !== undefined && { 'if-none-match': etag }) },
      }),
    post: (path, content) =>
      ask(path, 'application/json', mostBytes.json, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify(content),
      }),
  };
}

/** Reads JSON in UTF-8; undefined when it is none. */
export function parseJson(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return undefined;
  }
}

/**
 * Has a browser, which keeps a copy, ask each time whether it is still the newest. Nothing where it is
 * an error to say so: in Cloudflare Workers with a compatibility date before 2025-08-07.
 */
function revalidation(url: string): RequestInit {
  const init = { cache: 'no-cache' } as const;
  try {
    new Request(url, init);
    return init;
  } catch {
    return {};
  }
}

/** How long an answer may be kept from now on, in seconds (RFC 9111, section 4.2). */
function maxAgeOf(headers: Headers): number | undefined {
  const directives = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/\bno-(store|cache)\b/.test(directives)) return 0;
  const [, seconds] = /\bmax-age=(\d{1,9})\b/.exec(directives) ?? [];
  const age = Number.parseInt(headers.get('age') ?? '0', 10) || 0;
  return seconds === undefined ? undefined : Math.max(0, Number(seconds) - age);
}

/** This machine, as browsers see it (Secure Contexts, section 3.1). */
function isLoopback(host: string): boolean {
  return /^((.+\.)?localhost|\[::1\]|127\.[\d.]+)$/.test(host);
}
