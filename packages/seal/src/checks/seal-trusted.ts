import type { SignerInfo } from '../cms/signed-data.ts';
import { demand, Rejection } from '../reasons.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import { verifyTimestamp } from '../timestamp/token.ts';
import type { TrustAnchors } from '../x509/path.ts';
import { isValidAt } from '../x509/path.ts';
import type { RevocationList } from '../x509/revocation-list.ts';
import { clockTolerance, isRevokedAt, pathRevocations } from '../x509/revocation-list.ts';
import type { Signatory } from './sealed-by-register.ts';

/** What the verifier was given to trust, read. */
export interface Trust {
  readonly seal: TrustAnchors;
  readonly timestamp: TrustAnchors;
  readonly revocationLists: readonly RevocationList[];
}

/** The third check: validity, timestamp, revocation. Gives the proven time. */
export async function checkTrusted(
  crypto: SealCrypto,
  signer: SignerInfo,
  signatory: Promise<Signatory>,
  trust: Trust,
  now: Date,
): Promise<Date> {
  const [token] = signer.unsignedAttributes;
  const [{ path, revocations }, proven] = await Promise.all([
    signatory.then(async ({ path }) => ({
      path,
      revocations: await pathRevocations(crypto, path, trust.revocationLists, now),
    })),
    token && verifyTimestamp(crypto, token.value.bytes, signer.signature, trust.timestamp),
  ]);
  if (!proven) {
    // Who holds a revoked key can sign, but cannot prove that it was before.
    const isRevoked = revocations.some(({ status }) => status === 'revoked');
    throw new Rejection(isRevoked ? 'seal-certificate-revoked' : 'timestamp-missing');
  }
  const { time } = proven;
  demand(time.getTime() <= now.getTime() + clockTolerance, 'timestamp-in-future');
  demand(isValidAt(path, time), 'seal-certificate-not-valid');

  const { revocationLists } = trust;
  for (const authority of await pathRevocations(crypto, proven.path, revocationLists, now)) {
    demand(authority.status !== 'unknown', 'timestamp-revocation-unknown');
    // Who holds the key of an authority can make any time with it.
    const isSafe = authority.status === 'good' || !authority.compromised;
    demand(isSafe && !isRevokedAt(authority, time), 'timestamp-authority-revoked');
  }
  const isRevoked = revocations.some((revocation) => isRevokedAt(revocation, time));
  demand(!isRevoked, 'seal-certificate-revoked');
  demand(
    revocations.every(({ status }) => status !== 'unknown'),
    'revocation-unknown',
  );
  return time;
}
