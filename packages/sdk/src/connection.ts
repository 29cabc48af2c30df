import type { RequestOptions } from './request.ts';

/** How to reach a register, and as whom. */
export interface ClientOptions {
  /** The address of the API with its version: `https://register.example/v1`. */
  readonly url: string;
  /**
   * The access token, or where to get one; asked before every request and never kept. Leave it out
   * for what anyone may do.
   */
  readonly accessToken?: AccessToken;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Milliseconds that one try may take; 30,000 when absent. */
  readonly timeout?: number;
  /** How often a request that is safe to repeat is tried again; 2 when absent. */
  readonly retries?: number;
}

/** An access token (RFC 6750), or a function that gives the one to use now. */
export type AccessToken = string | (() => string | Promise<string>);

/** A way to the register: what every resource is built on. Made by {@link connect}. */
export interface Connection {
  /** The register's address, without a slash at the end. */
  readonly url: string;
  /** Sends one request, tries again where that is safe, and gives the answer when it is a 2xx. */
  send(request: RegisterRequest): Promise<Response>;
}

/** One request to the register. */
export interface RegisterRequest extends RequestOptions {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the register's address, beginning with a slash. */
  readonly path: string;
  /** Whether the access token goes along. */
  readonly authorized?: boolean;
  readonly accept?: string;
  readonly contentType?: string;
  readonly body?: BodyInit;
  readonly idempotencyKey?: string;
  /** Whether a repeat does no harm; when absent: GET, DELETE, and what has an idempotency key. */
  readonly repeatable?: boolean;
}
