import { equal } from '../bytes/bytes.ts';
import type { Certificate } from './certificate.ts';
import type { PublicKey } from './public-key.ts';

/** Certificates that are remembered at most: as many as an authority has in years. */
const mostCertificates = 100;

/** The keys of certificates that came before, so that each is imported once. */
export class KnownKeys {
  readonly #certificates: Certificate[] = [];

  /** The key of the certificate, the same one for the very same certificate. */
  keyOf(certificate: Certificate): PublicKey {
    const known = this.#certificates.find(({ bytes }) => equal(bytes, certificate.bytes));
    if (!known && this.#certificates.length < mostCertificates) {
      this.#certificates.push(certificate);
    }
    return (known ?? certificate).key;
  }
}
