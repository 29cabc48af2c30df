import { asBytes } from '../bytes/bytes.ts';
import type { Signer } from '../signer.ts';
import { readCertificate } from '../x509/certificate.ts';
import { verifyRawSignature } from '../x509/public-key.ts';
import { schemeOf } from '../x509/write-signature.ts';
import { KeyError } from './key-error.ts';

/**
 * Has the signer sign something, so that a key that is not that of its certificate is found at the
 * start, and not by whoever checks the first extract.
 */
export async function checkSigner(crypto: Crypto, signer: Signer): Promise<Signer> {
  const [leaf] = signer.certificates;
  if (!leaf) throw new TypeError('The signer has no certificate');
  const { key } = readCertificate(leaf);
  const scheme = schemeOf(signer.algorithm);
  const probe = crypto.getRandomValues(new Uint8Array(32));
  const signature = asBytes(await signer.sign(probe));
  const fits =
    (key.type === 'EC') === (scheme.name === 'ECDSA') &&
    (await verifyRawSignature(crypto, key, scheme, signature, probe));
  if (!fits) throw new KeyError('key-mismatch', 'The key is not that of the certificate');
  return signer;
}
