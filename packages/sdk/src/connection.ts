import {
  ConnectionError,
  RegisterError,
  TimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnavailableError,
} from './errors.ts';
import { readRefusal } from './refusal.ts';
import type { RequestOptions } from './request.ts';

/** How to reach a register, and as whom. */
export interface ClientOptions {
  /** The address of the API with its version: `https://register.example/v1`. */
  readonly url: string;
  /**
   * The access token, or where to get one; asked before every try and never kept. What is safe to
   * repeat is tried once more when the register refuses the token of a function (401). Leave it
   * out for what anyone may do.
   */
  readonly accessToken?: AccessToken | undefined;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** The time now, instead of the clock of this machine. */
  readonly now?: (() => Date) | undefined;
  /**
   * Milliseconds that one try may take, with its access token; 30,000 when absent, `Infinity` for as
   * long as it takes.
   */
  readonly timeout?: number | undefined;
  /** How often a request that is safe to repeat is tried again; 2 when absent. */
  readonly retries?: number | undefined;
}

/** An access token (RFC 6750), or a function that gives the one to use now. */
export type AccessToken = string | (() => string | Promise<string>);

/** One request to the register. */
export interface RegisterRequest extends RequestOptions {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the register's address, beginning with a slash. */
  readonly path: string;
  readonly accept: string;
  /** Whether the access token goes along. */
  readonly authorized: boolean;
  /** Whether a repeat does no harm. */
  readonly repeatable: boolean;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** A way to the register: what every resource is built on. */
export interface Connection {
  /**
   * Sends a request, again where that is safe and helps, and reads a 2xx answer with `read`. Time
   * and signal count until `read` is done.
   */
  send<T>(request: RegisterRequest, read: (response: Response) => Promise<T>): Promise<T>;
}

/** Longer than this nobody waits for a next try; the error then tells how long it would be. */
const longestWait = 30_000;

/** With more than this, 24 days, timers end at once. */
const longestTimeout = 2 ** 31 - 1;

/** Makes more of an error, by the request and by its answer if there is one. */
export type Explain = (
  error: unknown,
  request: RegisterRequest,
  response: Response | undefined,
  now: Date,
) => unknown;

/**
 * Opens a connection; nothing is sent yet. Its errors have codes and short messages; those of
 * `createClient` also say what to do.
 */
export function connect(options: ClientOptions, explain?: Explain): Connection {
  const { accessToken, now = () => new Date(), retries = 2, timeout = 30_000 } = options;
  const url = baseUrl(options.url);

  async function tryOnce<T>(
    request: RegisterRequest,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const headers: Record<string, string> = { accept: request.accept, ...request.headers };
    let isReady = false;
    let response: Response | undefined;
    const deadline = AbortSignal.timeout(Math.min(timeout, longestTimeout));
    const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
    try {
      if (request.authorized && accessToken !== undefined) {
        // Whoever gives the token may abort, too: the signal is listened to before.
        const token = await Promise.race([abortOf(signal), currentToken(accessToken)]);
        headers['authorization'] = `Bearer ${token}`;
      }
      isReady = true;
      response = await (options.fetch ?? fetch)(url + request.path, {
        method: request.method,
        headers,
        body: request.body ?? null,
        signal,
        credentials: 'omit',
        // A redirect is never followed: the token and the content are for this register only.
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
      });
      if (!response.ok) throw await readRefusal(response, now());
      return await read(response);
    } catch (error) {
      request.signal?.throwIfAborted();
      if (deadline.aborted) throw new TimeoutError(timeout);
      // Why there is no access token is for the caller to say.
      if (!isReady) throw error;
      // What `fetch` and the body fail with is of a class of theirs, or of another realm.
      if (!(error instanceof RegisterError)) throw new ConnectionError({ cause: error });
      throw explain?.(error, request, response, now()) ?? error;
    }
  }

  return {
    async send(request, read) {
      let isRenewed = typeof accessToken !== 'function' || !request.authorized;
      for (let tries = 0; ; tries++) {
        request.signal?.throwIfAborted();
        try {
          return await tryOnce(request, read);
        } catch (error) {
          if (error instanceof UnauthorizedError && request.repeatable && !isRenewed) {
            isRenewed = true;
            continue;
          }
          const delay = delayAfter(error, tries);
          const again = request.repeatable && tries < retries;
          if (!again || delay === undefined || delay > longestWait) throw error;
          await wait(delay, request.signal);
        }
      }
    },
  };
}

function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new TypeError('`url` must be like https://register.example/v1');
  }
  return url.href.replace(/\/+$/, '');
}

async function currentToken(accessToken: AccessToken): Promise<string> {
  const token = typeof accessToken === 'function' ? await accessToken() : accessToken;
  // What a header cannot carry, `fetch` would quote in its error.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new TypeError('The access token is not a token');
  return token;
}

/** Rejects once the signal is aborted. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', reject));
}

/** Milliseconds until a next try makes sense; undefined when it does not. */
function delayAfter(error: unknown, tries: number): number | undefined {
  const backOff = 250 * 2 ** tries * (0.5 + Math.random());
  if (error instanceof TooManyRequestsError || error instanceof UnavailableError) {
    return backOff + (error.retryAfter ?? 0);
  }
  return error instanceof ConnectionError || error instanceof TimeoutError ? backOff : undefined;
}

/** Waits, but no longer than until the signal is aborted. */
function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}
