/** The three checks of a seal that people see, in the order in which they are made. */
export type SealCheckName = 'sealed-by-register' | 'unchanged' | 'seal-trusted';

/** How a file that does not pass is called. */
export type SealFailure = 'altered' | 'seal-revoked' | 'not-an-extract' | 'inconclusive';

/** To which visible check a reason code belongs, and to which outcome it leads. */
export interface SealReasonEntry {
  readonly check: SealCheckName;
  readonly outcome: SealFailure;
}

// What many reasons have in common.
const notAnExtract = { check: 'sealed-by-register', outcome: 'not-an-extract' } as const;
const altered = { check: 'unchanged', outcome: 'altered' } as const;
const unproven = { check: 'seal-trusted', outcome: 'altered' } as const;
const untold = { check: 'seal-trusted', outcome: 'inconclusive' } as const;
const revoked = { check: 'seal-trusted', outcome: 'seal-revoked' } as const;

/**
 * Everything that can keep a file from being called sealed. Words for visitors belong to who shows
 * the verdict; the meaning of each code for developers stands here and in the README.
 */
export const sealReasons = {
  // Is there a seal of the register at all?
  /** The file is larger than any extract. */
  'file-too-large': notAnExtract,
  /** The file holds no PDF and no seal. */
  'not-a-pdf': notAnExtract,
  /** The PDF holds no signature that can be read. */
  'no-seal': notAnExtract,
  /** The signature is not a CMS SignedData in strict DER. */
  'cms-malformed': notAnExtract,
  /** The CMS does not have exactly one SignerInfo with its certificate. */
  'signer-count': notAnExtract,
  /** The signed attributes are missing, repeated or others than the profile allows. */
  'signed-attributes': notAnExtract,
  /** The hash, the key or the signature algorithm is outside the profile. */
  'algorithm-not-allowed': notAnExtract,
  /** signing-certificate-v2 names another certificate than that of the signer. */
  'signing-certificate-mismatch': notAnExtract,
  /** The signature does not verify with the key of the certificate that it names. */
  'signature-invalid': notAnExtract,
  /** The certificate of the signer does not lead to a seal anchor. */
  'signer-untrusted': notAnExtract,
  /** The certificate of the signer is not one for seals of the register. */
  'signer-purpose': notAnExtract,

  // Is the file the one that was sealed?
  /** The file does not begin with the header that extracts have. */
  'header-displaced': altered,
  /** The file does not end with its end-of-file marker. */
  'trailing-bytes': altered,
  /** The file is not exactly one document and the one revision that seals it. */
  'revision-chain': altered,
  /** A cross-reference table or trailer is not one that the register makes. */
  'cross-reference-malformed': altered,
  /** Objects overlap, repeat, or leave bytes between them that belong to none. */
  'object-misplaced': altered,
  /** An object cannot be read as the strict syntax of extracts. */
  'object-malformed': altered,
  /** A dictionary has the same key twice. */
  'duplicate-key': altered,
  /** The file is encrypted. */
  encrypted: altered,
  /** Reading the file would take more depth, objects or memory than an extract needs. */
  'work-limit': altered,
  /** /ByteRange is not an array of four plain integers that fit the file. */
  'byte-range-malformed': altered,
  /** The signature does not cover the whole file. */
  'byte-range-incomplete': altered,
  /** The bytes that the signature leaves out are not one plain hexadecimal string. */
  'signature-gap': altered,
  /** The bytes that the signature leaves out are not its own /Contents. */
  'signature-wrapped': altered,
  /** The signature dictionary is not the one that the register makes. */
  'signature-dictionary': altered,
  /** The form does not hold exactly the one invisible signature field. */
  'signature-field': altered,
  /** The document is not certified as one in which nothing may change. */
  certification: altered,
  /** The sealing revision changes more than a seal needs. */
  'revision-content': altered,
  /** The document holds scripts, actions, annotations, layers or forms. */
  'active-content': altered,
  /** The document does not hold exactly one attachment, extract.json. */
  attachment: altered,
  /** Bytes other than zero follow the CMS. */
  'padding-not-empty': altered,
  /** The CMS carries content of its own. */
  'content-attached': altered,
  /** The CMS has unsigned attributes other than one timestamp. */
  'unsigned-attributes': altered,
  /** The CMS carries certificates or lists that its signature does not need. */
  'certificate-unused': altered,
  /** The bytes of the file are not the bytes that were sealed. */
  'digest-mismatch': altered,

  // Is the seal still trusted?
  /** The timestamp that every extract has is not there. */
  'timestamp-missing': unproven,
  /** The timestamp is not a token in strict DER within the profile. */
  'timestamp-malformed': unproven,
  /** The signature of the timestamp does not verify. */
  'timestamp-invalid': unproven,
  /** The timestamp does not lead to a timestamp anchor, or not from a certificate for it. */
  'timestamp-untrusted': unproven,
  /** The timestamp was made for another signature. */
  'timestamp-mismatch': unproven,
  /** The timestamp lies in the future: the clock here may be wrong. */
  'timestamp-in-future': untold,
  /** The certificate of the timestamp authority was revoked, so the time is not proven. */
  'timestamp-authority-revoked': untold,
  /** No current revocation list of the issuer of the timestamp certificate is at hand. */
  'timestamp-revocation-unknown': untold,
  /** The certificate of the seal was not valid at the time of sealing. */
  'seal-certificate-not-valid': revoked,
  /** The certificate of the seal was revoked before the proven time of sealing. */
  'seal-certificate-revoked': revoked,
  /** No current revocation list of the issuer of the seal certificate is at hand. */
  'revocation-unknown': untold,
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
