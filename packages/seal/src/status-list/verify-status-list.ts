import { inflate } from '#inflate';
import { fromBase64, fromBase64url } from '../bytes/base64url.ts';
import type { Bytes } from '../bytes/bytes.ts';
import { asBytes } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import { Malformed } from '../der/reader.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { SignatureScheme } from '../x509/algorithms.ts';
import type { Certificate } from '../x509/certificate.ts';
import { keyUsage, readCertificate } from '../x509/certificate.ts';
import { findPath, isValidAt } from '../x509/path.ts';
import { verifyRawSignature } from '../x509/public-key.ts';
import {
  clockTolerance,
  isRevokedAt,
  pathRevocations,
  readRevocationLists,
} from '../x509/revocation-list.ts';
import type { StatusName } from './statuses.ts';
import { getStatus } from './statuses.ts';

export interface VerifyStatusListOptions {
  /** The address from which the list was asked; its `sub` must be the same. */
  readonly uri: string;
  /** The certificates (DER) that the signer must lead to. */
  readonly anchors: readonly Uint8Array[];
  /** Revocation lists (DER) of the authority; when left out, revocation is not checked. */
  readonly revocationLists?: readonly Uint8Array[];
  /** The present time; by default that of this machine. */
  readonly now?: Date;
  readonly crypto?: SealCrypto;
}

/** Why nothing is known from a status list. */
export type StatusListReason =
  | 'status-list-malformed'
  | 'status-list-untrusted'
  | 'status-list-mismatch'
  | 'status-list-expired'
  | 'status-list-revocation-unknown'
  | 'could-not-check';

export type StatusListReport =
  | {
      readonly outcome: 'valid';
      /** The status at an index; `unknown` outside the list. */
      statusAt(index: number): StatusName;
      readonly issuedAt: Date;
      readonly expiresAt: Date;
      /** Seconds for which the list may be kept before it is asked again. */
      readonly ttl: number;
    }
  | { readonly outcome: 'inconclusive'; readonly reason: StatusListReason };

/** The largest list, in bytes: four statuses each. */
const largest = 4 * 1024 * 1024;

const schemes: Readonly<Record<string, SignatureScheme & { readonly curve?: string }>> = {
  ES256: { name: 'ECDSA', hash: 'SHA-256', curve: 'P-256' },
  ES384: { name: 'ECDSA', hash: 'SHA-384', curve: 'P-384' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
};

class Refusal extends Error {
  readonly reason: StatusListReason;
  constructor(reason: StatusListReason) {
    super(reason);
    this.reason = reason;
  }
}

function demand(condition: unknown, reason: StatusListReason): asserts condition {
  if (!condition) throw new Refusal(reason);
}

/** Verifies a status list token: a JWT with 2 bits a status (Token Status List). Never throws. */
export async function verifyStatusList(
  token: string,
  options: VerifyStatusListOptions,
): Promise<StatusListReport> {
  try {
    return await verify(token, options);
  } catch (error) {
    const reason =
      error instanceof Refusal
        ? error.reason
        : error instanceof Malformed
          ? 'status-list-malformed'
          : 'could-not-check';
    return { outcome: 'inconclusive', reason };
  }
}

async function verify(token: string, options: VerifyStatusListOptions): Promise<StatusListReport> {
  const { crypto = globalThis.crypto, now = new Date(), revocationLists, uri } = options;
  const [headerPart = '', claimsPart = '', signaturePart = '', ...more] = token.split('.');
  demand(more.length === 0, 'status-list-malformed');
  const header = readJson(headerPart);
  const signature = fromBase64url(signaturePart);
  const scheme = typeof header['alg'] === 'string' ? schemes[header['alg']] : undefined;
  demand(scheme && signature, 'status-list-malformed');
  demand(header['typ'] === 'statuslist+jwt' && !('crit' in header), 'status-list-malformed');
  const [certificate, ...others] = readChain(header['x5c']);
  demand(certificate, 'status-list-malformed');
  const { key } = certificate;
  demand(key.type === 'RSA' || key.curve === scheme.curve, 'status-list-malformed');

  const roots = options.anchors.map(readCertificate);
  const path = await findPath(crypto, certificate, others, roots);
  demand(path && isForStatuses(certificate) && isValidAt(path, now), 'status-list-untrusted');
  const signed = new TextEncoder().encode(`${headerPart}.${claimsPart}`);
  const isSigned = await verifyRawSignature(crypto, key, scheme, signature, signed);
  demand(isSigned, 'status-list-untrusted');
  if (revocationLists) {
    const lists = readRevocationLists(revocationLists);
    for (const revocation of await pathRevocations(crypto, path, lists, now)) {
      demand(!isRevokedAt(revocation, now), 'status-list-untrusted');
      demand(revocation.status !== 'unknown', 'status-list-revocation-unknown');
    }
  }

  const { exp, iat, status_list: list, sub, ttl } = readJson(claimsPart);
  demand(sub === uri, 'status-list-mismatch');
  demand(isTime(iat) && isTime(exp) && isTime(ttl), 'status-list-malformed');
  demand(iat * 1000 <= now.getTime() + clockTolerance, 'status-list-expired');
  demand(now.getTime() < exp * 1000, 'status-list-expired');
  demand(isRecord(list) && list['bits'] === 2, 'status-list-malformed');
  const compressed = typeof list['lst'] === 'string' ? fromBase64url(list['lst']) : undefined;
  const statuses = compressed && (await inflate(compressed, largest));
  demand(statuses, 'status-list-malformed');
  return {
    outcome: 'valid',
    statusAt: (index) => getStatus(statuses, index),
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
    ttl,
  };
}

function readChain(x5c: unknown): Certificate[] {
  demand(Array.isArray(x5c) && x5c.length <= 3, 'status-list-malformed');
  return x5c.map((item: unknown) => {
    const bytes = typeof item === 'string' ? fromBase64(item) : undefined;
    demand(bytes, 'status-list-malformed');
    return readCertificate(bytes);
  });
}

function isForStatuses({ authority, extendedKeyUsage, keyUsage: usage }: Certificate): boolean {
  const purpose = extendedKeyUsage.purposes.includes(oid.statusSigning);
  return purpose && !authority && (usage & keyUsage.digitalSignature) !== 0;
}

function readJson(part: string): Readonly<Record<string, unknown>> {
  const bytes = fromBase64url(part);
  const value = bytes && parse(bytes);
  demand(isRecord(value), 'status-list-malformed');
  return value;
}

function parse(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(asBytes(bytes)));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Seconds, whole and within what a Date can hold. */
function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 1e12;
}
