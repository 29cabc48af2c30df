/** The algorithms a seal is made with, named as JSON Web Algorithms (RFC 7518) names them. */
export type SignatureAlgorithm = 'ES256' | 'ES384' | 'RS256' | 'PS256';

/** Whoever holds a key: a key file, an HSM. The private key never leaves it. */
export interface Signer {
  /** The signer's own certificate, then the intermediate ones up to the anchor; DER. */
  readonly certificates: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /** Hashes and signs `data`. ECDSA signatures come in WebCrypto's form: r and s side by side. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}
