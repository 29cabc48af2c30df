import { discard, mostBytes, readBytes, readText } from './body.ts';
import type { Connection } from './connection.ts';
import { UnexpectedAnswerError } from './errors.ts';
import { hasMediaType } from './refusal.ts';
import type { RequestOptions } from './request.ts';
import { ask } from './request.ts';

export interface RevocationLists {
  /**
   * The certificates that an authority revoked: a CRL in DER (RFC 5280), by the `keyId` of a trust
   * anchor. `verify` reads it by itself.
   */
  get(keyId: string, options?: RequestOptions): Promise<Uint8Array<ArrayBuffer>>;
}

export interface StatusLists {
  /**
   * How versions of diplomas stand: a signed Token Status List, as a JWT. `verify` reads it by
   * itself.
   */
  get(listId: string, options?: RequestOptions): Promise<string>;
}

export function revocationLists(connection: Connection): RevocationLists {
  return {
    get: (keyId, options) =>
      read(connection, '/revocation-lists/', keyId, 'application/pkix-crl', options, readBytes),
  };
}

export function statusLists(connection: Connection): StatusLists {
  return {
    get: (listId, options) =>
      read(connection, '/status-lists/', listId, 'application/statuslist+jwt', options, readText),
  };
}

function read<T>(
  connection: Connection,
  folder: string,
  name: string,
  accept: string,
  options: RequestOptions | undefined,
  readBody: (response: Response, most: number) => Promise<T>,
): Promise<T> {
  const request = ask('GET', folder + encodeURIComponent(name), options, {
    accept,
    authorized: false,
  });
  return connection.send(request, async (response) => {
    if (hasMediaType(response, accept)) return readBody(response, mostBytes.list);
    discard(response);
    throw new UnexpectedAnswerError('not-a-register', response.status);
  });
}
