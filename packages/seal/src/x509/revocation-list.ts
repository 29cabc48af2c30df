import type { Bytes } from '../bytes/bytes.ts';
import { equal, toHex } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import type { Element } from '../der/reader.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { readTime } from '../der/time.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import type { SignatureScheme } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { keyUsage, matchScheme, readExtensions, readSigned } from './certificate.ts';
import type { CertificatePath } from './path.ts';
import type { PublicKey } from './public-key.ts';
import { verifySignature } from './public-key.ts';

/** What the lists at hand say of a certificate. */
export type Revocation =
  | { readonly status: 'good' }
  /** `compromised` unless the list says that the key stayed safe (RFC 3161, section 4). */
  | { readonly status: 'revoked'; readonly revokedAt: Date; readonly compromised: boolean }
  | { readonly status: 'unknown' };

/** A list as it was read; whether it is its issuer's is found out when it is used. */
export interface RevocationList {
  readonly signed: Bytes;
  readonly scheme: SignatureScheme;
  readonly signature: Bytes;
  readonly issuer: Bytes;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** Certificates that expired since then are still listed; without it, expired ones are not. */
  readonly listsExpiredSince?: Date;
  /** The entries by the serial numbers, in hexadecimal, that they revoke. */
  readonly entries: ReadonlyMap<string, Element>;
  /** Whether each key in question signed the list, so that it is verified once for many files. */
  readonly signedBy: WeakMap<PublicKey, Promise<boolean>>;
}

/** A clock may differ this much from that of the register, in milliseconds. */
export const clockTolerance = 5 * 60_000;

/** CRLReason: unspecified, affiliationChanged, superseded and cessationOfOperation. */
const harmlessReasons = [0, 3, 4, 5];

/** What `lists` say of each certificate on the path, up to the anchor, which nobody revokes. */
export async function pathRevocations(
  crypto: SealCrypto,
  path: CertificatePath,
  lists: readonly RevocationList[],
  now: Date,
): Promise<Revocation[]> {
  return Promise.all(
    path
      .slice(1)
      .map((issuer, index) =>
        certificateRevocation(crypto, path[index] ?? issuer, issuer, lists, now),
      ),
  );
}

export function isRevokedAt(revocation: Revocation, time: Date): boolean {
  return revocation.status === 'revoked' && revocation.revokedAt <= time;
}

async function certificateRevocation(
  crypto: SealCrypto,
  certificate: Certificate,
  issuer: Certificate,
  lists: readonly RevocationList[],
  now: Date,
): Promise<Revocation> {
  let result: Revocation = { status: 'unknown' };
  for (const list of lists) {
    try {
      if (!equal(list.issuer, issuer.subject) || !isCurrent(list, certificate, now)) continue;
      if (!(issuer.keyUsage & keyUsage.revocationListSign)) continue;
      if (!(await isSignedBy(crypto, list, issuer.key))) continue;
      const revoked = findEntry(list, certificate);
      if (revoked) return revoked;
      result = { status: 'good' };
    } catch (error) {
      // A list that cannot be read says nothing; another one may.
      if (!(error instanceof Malformed)) throw error;
    }
  }
  return result;
}

function isSignedBy(crypto: SealCrypto, list: RevocationList, key: PublicKey): Promise<boolean> {
  const known = list.signedBy.get(key);
  if (known) return known;
  const { scheme, signature, signed } = list;
  const verified = verifySignature(crypto, key, scheme, signature, signed);
  list.signedBy.set(key, verified);
  return verified;
}

function isCurrent(list: RevocationList, certificate: Certificate, now: Date): boolean {
  const { listsExpiredSince, nextUpdate, thisUpdate } = list;
  if (thisUpdate.getTime() > now.getTime() + clockTolerance || nextUpdate < now) return false;
  // A list made after the certificate expired may have dropped it.
  return (
    certificate.notAfter >= thisUpdate ||
    (listsExpiredSince !== undefined && listsExpiredSince <= certificate.notAfter)
  );
}

function findEntry(list: RevocationList, certificate: Certificate): Revocation | undefined {
  const fields = list.entries.get(toHex(certificate.serialNumber))?.children();
  if (!fields) return undefined;
  fields.next();
  const listedAt = readTime(fields.next());
  const extensions = fields.done ? undefined : readEntryExtensions(fields.next());
  fields.end();
  const { invalidSince = listedAt, reason } = extensions ?? {};
  const revokedAt = new Date(Math.min(listedAt.getTime(), invalidSince.getTime()));
  const compromised = reason === undefined || !harmlessReasons.includes(reason);
  return { status: 'revoked', revokedAt, compromised };
}

/**
 * Why, and since when the key may be in other hands: the day of the entry should not be dated back to that
 * (RFC 5280, section 5.3.2).
 */
function readEntryExtensions(element: Element) {
  const extensions = readExtensions(element);
  // Such as the issuer of an indirect entry: it would change what the entry means.
  for (const { critical } of extensions.values()) if (critical) throw new Malformed('extension');
  const reason = extensions.get(oid.reasonCode);
  const invalidity = extensions.get(oid.invalidityDate);
  return {
    reason: reason && readDer(reason.value).primitive(tag.enumerated)[0],
    invalidSince: invalidity && readTime(readDer(invalidity.value)),
  };
}

/** Reads what can be read: a list that cannot says nothing, and another one may. */
export function readRevocationLists(lists: readonly Uint8Array[]): RevocationList[] {
  return lists.flatMap((bytes) => {
    try {
      return [readRevocationList(bytes)];
    } catch (error) {
      if (error instanceof Malformed) return [];
      throw error;
    }
  });
}

/**
 * Reads a list of version 2 (RFC 5280, section 5). Lists that stand for a part only (delta,
 * indirect, by distribution point) are not accepted.
 */
function readRevocationList(bytes: Uint8Array): RevocationList {
  const { signed, scheme, signature } = readSigned(readDer(bytes));
  const fields = signed.children(tag.sequence);
  if (fields.next().number() !== 1) throw new Malformed('version');
  matchScheme(fields.next(), scheme);
  const issuer = fields.next(tag.sequence).bytes;
  const thisUpdate = readTime(fields.next());
  const nextUpdate = readTime(fields.next());
  const entries = fields.optional(tag.sequence)?.children().all(tag.sequence) ?? [];
  const extensions = readExtensions(fields.next(tag.context(0)).only());
  fields.end();
  for (const [identifier, { critical }] of extensions) {
    const isPart = identifier === oid.deltaIndicator || identifier === oid.issuingDistributionPoint;
    if (critical || isPart) throw new Malformed('extension');
  }
  const expired = extensions.get(oid.expiredCertificatesOnList);
  return {
    signed: signed.bytes,
    scheme: scheme.value,
    signature,
    issuer,
    thisUpdate,
    nextUpdate,
    ...(expired && { listsExpiredSince: readTime(readDer(expired.value)) }),
    entries: new Map(entries.map((entry) => [toHex(entry.children().next().integer()), entry])),
    signedBy: new WeakMap(),
  };
}
