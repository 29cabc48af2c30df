/** The three checks of a seal that people see, in the order in which they are made. */
export type SealCheckName = 'sealed-by-register' | 'unchanged' | 'seal-trusted';

/** How a file that does not pass is called. */
export type SealFailure = 'altered' | 'seal-revoked' | 'not-an-extract' | 'inconclusive';

/** What a reason code means, to which visible check it belongs and to which outcome it leads. */
export interface SealReasonEntry {
  readonly check: SealCheckName;
  readonly outcome: SealFailure;
  /** One sentence for developers; words for visitors belong to who shows the verdict. */
  readonly meaning: string;
}

/** Everything that can keep a file from being called sealed. */
export const sealReasons = {
  // Is there a seal of the register at all?
  'file-too-large': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The file is larger than any extract.',
  },
  'not-a-pdf': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The file holds no PDF and no seal.',
  },
  'no-seal': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The PDF holds no signature that can be read.',
  },
  'cms-malformed': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The signature is not a CMS SignedData in strict DER.',
  },
  'signer-count': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The CMS does not have exactly one SignerInfo with its certificate.',
  },
  'signed-attributes': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The signed attributes are missing, repeated or others than the profile allows.',
  },
  'algorithm-not-allowed': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The hash, the key or the signature algorithm is outside the profile.',
  },
  'signing-certificate-mismatch': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'signing-certificate-v2 names another certificate than that of the signer.',
  },
  'signature-invalid': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The signature does not verify with the key of the certificate that it names.',
  },
  'signer-untrusted': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The certificate of the signer does not lead to a seal anchor.',
  },
  'signer-purpose': {
    check: 'sealed-by-register',
    outcome: 'not-an-extract',
    meaning: 'The certificate of the signer is not one for seals of the register.',
  },

  // Is the file the one that was sealed?
  'header-displaced': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The file does not begin with the header that extracts have.',
  },
  'trailing-bytes': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The file does not end with its end-of-file marker.',
  },
  'revision-chain': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The file is not exactly one document and the one revision that seals it.',
  },
  'cross-reference-malformed': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'A cross-reference table or trailer is not one that the register makes.',
  },
  'object-misplaced': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'Objects overlap, repeat, or leave bytes between them that belong to none.',
  },
  'object-malformed': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'An object cannot be read as the strict syntax of extracts.',
  },
  'duplicate-key': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'A dictionary has the same key twice.',
  },
  encrypted: { check: 'unchanged', outcome: 'altered', meaning: 'The file is encrypted.' },
  'work-limit': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'Reading the file would take more depth, objects or memory than an extract needs.',
  },
  'byte-range-malformed': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: '/ByteRange is not an array of four plain integers that fit the file.',
  },
  'byte-range-incomplete': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The signature does not cover the whole file.',
  },
  'signature-gap': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The bytes that the signature leaves out are not one plain hexadecimal string.',
  },
  'signature-wrapped': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The bytes that the signature leaves out are not its own /Contents.',
  },
  'signature-dictionary': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The signature dictionary is not the one that the register makes.',
  },
  'signature-field': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The form does not hold exactly the one invisible signature field.',
  },
  certification: {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The document is not certified as one in which nothing may change.',
  },
  'revision-content': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The sealing revision changes more than a seal needs.',
  },
  'active-content': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The document holds scripts, actions, annotations, layers or forms.',
  },
  attachment: {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The document does not hold exactly one attachment, extract.json.',
  },
  'padding-not-empty': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'Bytes other than zero follow the CMS.',
  },
  'content-attached': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The CMS carries content of its own.',
  },
  'unsigned-attributes': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The CMS has unsigned attributes other than one timestamp.',
  },
  'certificate-unused': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The CMS carries certificates or lists that its signature does not need.',
  },
  'digest-mismatch': {
    check: 'unchanged',
    outcome: 'altered',
    meaning: 'The bytes of the file are not the bytes that were sealed.',
  },

  // Is the seal still trusted?
  'timestamp-missing': {
    check: 'seal-trusted',
    outcome: 'altered',
    meaning: 'The timestamp that every extract has is not there.',
  },
  'timestamp-malformed': {
    check: 'seal-trusted',
    outcome: 'altered',
    meaning: 'The timestamp is not a token in strict DER within the profile.',
  },
  'timestamp-invalid': {
    check: 'seal-trusted',
    outcome: 'altered',
    meaning: 'The signature of the timestamp does not verify.',
  },
  'timestamp-untrusted': {
    check: 'seal-trusted',
    outcome: 'altered',
    meaning: 'The timestamp does not lead to a timestamp anchor, or not from a certificate for it.',
  },
  'timestamp-mismatch': {
    check: 'seal-trusted',
    outcome: 'altered',
    meaning: 'The timestamp was made for another signature.',
  },
  'timestamp-in-future': {
    check: 'seal-trusted',
    outcome: 'inconclusive',
    meaning: 'The timestamp lies in the future: the clock here may be wrong.',
  },
  'timestamp-authority-revoked': {
    check: 'seal-trusted',
    outcome: 'inconclusive',
    meaning: 'The certificate of the timestamp authority was revoked, so the time is not proven.',
  },
  'timestamp-revocation-unknown': {
    check: 'seal-trusted',
    outcome: 'inconclusive',
    meaning: 'No current revocation list of the issuer of the timestamp certificate is at hand.',
  },
  'seal-certificate-not-valid': {
    check: 'seal-trusted',
    outcome: 'seal-revoked',
    meaning: 'The certificate of the seal was not valid at the time of sealing.',
  },
  'seal-certificate-revoked': {
    check: 'seal-trusted',
    outcome: 'seal-revoked',
    meaning: 'The certificate of the seal was revoked before the proven time of sealing.',
  },
  'revocation-unknown': {
    check: 'seal-trusted',
    outcome: 'inconclusive',
    meaning: 'No current revocation list of the issuer of the seal certificate is at hand.',
  },
  'could-not-check': {
    check: 'sealed-by-register',
    outcome: 'inconclusive',
    meaning: 'Checking broke off, for example because this runtime has no WebCrypto.',
  },
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
