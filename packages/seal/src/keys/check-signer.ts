import { asBytes, equal } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import type { Signer } from '../signer.ts';
import { readCertificate } from '../x509/certificate.ts';
import { verifyRawSignature } from '../x509/public-key.ts';
import { schemeOf } from '../x509/write-signature.ts';
import { KeyError } from './key-error.ts';

/**
 * Has the signer sign something, so that a key that is not that of its certificate, and certificates that a
 * seal may not carry, are found at the start, and not by whoever checks the first extract.
 */
export async function checkSigner(crypto: Crypto, signer: Signer): Promise<Signer> {
  const [leaf, ...others] = signer.certificates.map(readCertificate);
  if (!leaf) throw new TypeError('The signer has no certificate');
  const { extendedKeyUsage, issuer, key } = leaf;
  // What a verifier has no need for makes every extract an altered one.
  const isSealable = others.every(
    (other, index) =>
      index === 0 && equal(other.subject, issuer) && !equal(other.subject, other.issuer),
  );
  if (extendedKeyUsage.purposes.includes(oid.sealExtracts) && !isSealable) {
    throw new KeyError('key-mismatch', 'A seal carries one intermediate certificate and no root');
  }
  const scheme = schemeOf(signer.algorithm);
  const probe = crypto.getRandomValues(new Uint8Array(32));
  const signature = asBytes(await signer.sign(probe));
  const fits =
    (key.type === 'EC') === (scheme.name === 'ECDSA') &&
    (await verifyRawSignature(crypto, key, scheme, signature, probe));
  if (!fits) throw new KeyError('key-mismatch', 'The key is not that of the certificate');
  return signer;
}
