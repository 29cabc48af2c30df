import type { Verdict, VerificationRequest } from '@diplomaregister/contract';
import type { Connection } from './connection.ts';
import type { RequestOptions } from './request.ts';
import { readJson } from './request.ts';

export interface Verifications {
  /** Checks a share code and its PIN. `verify` does the same, forgives typing, and never rejects. */
  create(request: VerificationRequest, options?: RequestOptions): Promise<Verdict>;
}

export function verifications(connection: Connection): Verifications {
  return {
    create: ({ pin, shareCode }, { signal } = {}) =>
      connection.send(
        {
          method: 'POST',
          path: '/verifications',
          accept: 'application/json',
          authorized: false,
          // Each try with a wrong PIN counts.
          repeatable: false,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ shareCode, pin }),
          signal,
        },
        readJson<Verdict>,
      ),
  };
}
