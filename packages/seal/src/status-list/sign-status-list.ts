import { toBase64, toBase64url } from '../bytes/base64url.ts';
import { asBytes } from '../bytes/bytes.ts';
import type { Signer } from '../signer.ts';

export interface SignStatusListOptions {
  /** Where the list is to be had; becomes `sub`. */
  readonly uri: string;
  /** As {@link createStatusList} makes it. */
  readonly statuses: Uint8Array;
  /** With a certificate for status lists. */
  readonly signer: Signer;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Seconds for which the list may be kept before it is asked again. */
  readonly ttl: number;
}

/** Signs a status list token in the form of a JWT (Token Status List, section 5.1). */
export async function signStatusList(options: SignStatusListOptions): Promise<string> {
  const { expiresAt, issuedAt, signer, statuses, ttl, uri } = options;
  const header = {
    alg: signer.algorithm,
    typ: 'statuslist+jwt',
    x5c: signer.certificates.map(toBase64),
  };
  const claims = {
    sub: uri,
    iat: Math.floor(issuedAt.getTime() / 1000),
    exp: Math.floor(expiresAt.getTime() / 1000),
    ttl,
    status_list: { bits: 2, lst: toBase64url(await deflate(statuses)) },
  };
  const signed = `${encodeJson(header)}.${encodeJson(claims)}`;
  const signature = await signer.sign(new TextEncoder().encode(signed));
  return `${signed}.${toBase64url(signature)}`;
}

function encodeJson(value: unknown): string {
  return toBase64url(new TextEncoder().encode(JSON.stringify(value)));
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = new Blob([asBytes(bytes)])
    .stream()
    .pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}
