/** The three checks of a seal that people see, in the order in which they are made. */
export type SealCheckName = 'sealed-by-register' | 'unchanged' | 'seal-trusted';

/** How a file that does not pass is called. */
export type SealFailure = 'altered' | 'seal-revoked' | 'not-an-extract' | 'inconclusive';

/** To which visible check a reason code belongs, and to which outcome it leads. */
export interface SealReasonEntry {
  readonly check: SealCheckName;
  readonly outcome: SealFailure;
}

/**
 * Everything that can keep a file from being called sealed. Words for visitors belong to who shows
 * the verdict; the meaning of each code for developers stands here and in the README.
 */
export const sealReasons = {
  // Is there a seal of the register at all?
  /** The file is larger than any extract. */
  'file-too-large': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The file holds no PDF and no seal. */
  'not-a-pdf': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The PDF holds no signature that can be read. */
  'no-seal': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The signature is not a CMS SignedData in strict DER. */
  'cms-malformed': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The CMS does not have exactly one SignerInfo with its certificate. */
  'signer-count': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The signed attributes are missing, repeated or others than the profile allows. */
  'signed-attributes': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The hash, the key or the signature algorithm is outside the profile. */
  'algorithm-not-allowed': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** signing-certificate-v2 names another certificate than that of the signer. */
  'signing-certificate-mismatch': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The signature does not verify with the key of the certificate that it names. */
  'signature-invalid': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The certificate of the signer does not lead to a seal anchor. */
  'signer-untrusted': { check: 'sealed-by-register', outcome: 'not-an-extract' },
  /** The certificate of the signer is not one for seals of the register. */
  'signer-purpose': { check: 'sealed-by-register', outcome: 'not-an-extract' },

  // Is the file the one that was sealed?
  /** The file does not begin with the header that extracts have. */
  'header-displaced': { check: 'unchanged', outcome: 'altered' },
  /** The file does not end with its end-of-file marker. */
  'trailing-bytes': { check: 'unchanged', outcome: 'altered' },
  /** The file is not exactly one document and the one revision that seals it. */
  'revision-chain': { check: 'unchanged', outcome: 'altered' },
  /** A cross-reference table or trailer is not one that the register makes. */
  'cross-reference-malformed': { check: 'unchanged', outcome: 'altered' },
  /** Objects overlap, repeat, or leave bytes between them that belong to none. */
  'object-misplaced': { check: 'unchanged', outcome: 'altered' },
  /** An object cannot be read as the strict syntax of extracts. */
  'object-malformed': { check: 'unchanged', outcome: 'altered' },
  /** A dictionary has the same key twice. */
  'duplicate-key': { check: 'unchanged', outcome: 'altered' },
  /** The file is encrypted. */
  encrypted: { check: 'unchanged', outcome: 'altered' },
  /** Reading the file would take more depth, objects or memory than an extract needs. */
  'work-limit': { check: 'unchanged', outcome: 'altered' },
  /** /ByteRange is not an array of four plain integers that fit the file. */
  'byte-range-malformed': { check: 'unchanged', outcome: 'altered' },
  /** The signature does not cover the whole file. */
  'byte-range-incomplete': { check: 'unchanged', outcome: 'altered' },
  /** The bytes that the signature leaves out are not one plain hexadecimal string. */
  'signature-gap': { check: 'unchanged', outcome: 'altered' },
  /** The bytes that the signature leaves out are not its own /Contents. */
  'signature-wrapped': { check: 'unchanged', outcome: 'altered' },
  /** The signature dictionary is not the one that the register makes. */
  'signature-dictionary': { check: 'unchanged', outcome: 'altered' },
  /** The form does not hold exactly the one invisible signature field. */
  'signature-field': { check: 'unchanged', outcome: 'altered' },
  /** The document is not certified as one in which nothing may change. */
  certification: { check: 'unchanged', outcome: 'altered' },
  /** The sealing revision changes more than a seal needs. */
  'revision-content': { check: 'unchanged', outcome: 'altered' },
  /** The document holds scripts, actions, annotations, layers or forms. */
  'active-content': { check: 'unchanged', outcome: 'altered' },
  /** The document does not hold exactly one attachment, extract.json. */
  attachment: { check: 'unchanged', outcome: 'altered' },
  /** Bytes other than zero follow the CMS. */
  'padding-not-empty': { check: 'unchanged', outcome: 'altered' },
  /** The CMS carries content of its own. */
  'content-attached': { check: 'unchanged', outcome: 'altered' },
  /** The CMS has unsigned attributes other than one timestamp. */
  'unsigned-attributes': { check: 'unchanged', outcome: 'altered' },
  /** The CMS carries certificates or lists that its signature does not need. */
  'certificate-unused': { check: 'unchanged', outcome: 'altered' },
  /** The bytes of the file are not the bytes that were sealed. */
  'digest-mismatch': { check: 'unchanged', outcome: 'altered' },

  // Is the seal still trusted?
  /** The timestamp that every extract has is not there. */
  'timestamp-missing': { check: 'seal-trusted', outcome: 'altered' },
  /** The timestamp is not a token in strict DER within the profile. */
  'timestamp-malformed': { check: 'seal-trusted', outcome: 'altered' },
  /** The signature of the timestamp does not verify. */
  'timestamp-invalid': { check: 'seal-trusted', outcome: 'altered' },
  /** The timestamp does not lead to a timestamp anchor, or not from a certificate for it. */
  'timestamp-untrusted': { check: 'seal-trusted', outcome: 'altered' },
  /** The timestamp was made for another signature. */
  'timestamp-mismatch': { check: 'seal-trusted', outcome: 'altered' },
  /** The timestamp lies in the future: the clock here may be wrong. */
  'timestamp-in-future': { check: 'seal-trusted', outcome: 'inconclusive' },
  /** The certificate of the timestamp authority was revoked, so the time is not proven. */
  'timestamp-authority-revoked': { check: 'seal-trusted', outcome: 'inconclusive' },
  /** No current revocation list of the issuer of the timestamp certificate is at hand. */
  'timestamp-revocation-unknown': { check: 'seal-trusted', outcome: 'inconclusive' },
  /** The certificate of the seal was not valid at the time of sealing. */
  'seal-certificate-not-valid': { check: 'seal-trusted', outcome: 'seal-revoked' },
  /** The certificate of the seal was revoked before the proven time of sealing. */
  'seal-certificate-revoked': { check: 'seal-trusted', outcome: 'seal-revoked' },
  /** No current revocation list of the issuer of the seal certificate is at hand. */
  'revocation-unknown': { check: 'seal-trusted', outcome: 'inconclusive' },
  /** Checking broke off, for example because this runtime has no WebCrypto. */
  'could-not-check': { check: 'sealed-by-register', outcome: 'inconclusive' },
} as const satisfies Readonly<Record<string, SealReasonEntry>>;

/** A code for why a file is not called sealed; {@link sealReasons} tells what it means. */
export type SealReason = keyof typeof sealReasons;

/** Thrown inside this package when a file fails a check; the verifier turns it into a report. */
export class Rejection extends Error {
  readonly reason: SealReason;
  constructor(reason: SealReason) {
    super(reason);
    this.name = 'Rejection';
    this.reason = reason;
  }
}

/** Rejects for `reason` unless `condition` holds. */
export function demand(condition: unknown, reason: SealReason): asserts condition {
  if (!condition) throw new Rejection(reason);
}
