import type {
  ExtractStanding,
  ExtractVerificationRequest,
  ShareVerificationRequest,
  Verdict,
} from '@diplomaregister/contract';
import type { Connection } from './connection.ts';
import type { RequestOptions } from './request.ts';
import { readJson, sending } from './request.ts';

export interface Verifications {
  /** Checks a share code and its PIN. `verify` does the same, forgives typing, and never rejects. */
  create(request: ShareVerificationRequest, options?: RequestOptions): Promise<Verdict>;
  /**
   * How the diplomas of an extract stand now, by its number and the SHA-256 of its file: for a back
   * office that verified the file before. Says nothing of what is in it.
   */
  checkExtract(
    request: ExtractVerificationRequest,
    options?: RequestOptions,
  ): Promise<ExtractStanding>;
}

export function verifications(connection: Connection): Verifications {
  const ask = <T>(content: unknown, repeatable: boolean, options?: RequestOptions) => {
    const request = sending('POST', '/verifications', content, repeatable, options);
    return connection.send({ ...request, authorized: false }, readJson<T>);
  };
  return {
    // Each try with a wrong PIN counts.
    create: ({ pin, shareCode }, options) => ask({ shareCode, pin }, false, options),
    checkExtract: ({ extractNumber, sha256 }, options) =>
      ask({ extractNumber, sha256 }, true, options),
  };
}
