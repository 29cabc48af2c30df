/**
 * Object identifiers, as the hexadecimal content of their DER encoding.
 *
 * Those of the register stand under 2.25.91749192922800788129267570050274596992, an arc that
 * anyone may derive from a UUID (ITU-T X.667): `.1` is the extended key usage of certificates
 * that seal extracts, `.2` the timestamp policy of the authority in this package, `.3` the extended
 * key usage of certificates that sign status lists: the Token Status List names one of its own,
 * id-kp-oauthStatusSigning, to which no number has been assigned yet (draft 21, section 10).
 */
export const oid = {
  sealExtracts: '69818a86a09dc3e3c291f7af9bc9f785a8aab10001',
  timestampPolicy: '69818a86a09dc3e3c291f7af9bc9f785a8aab10002',
  statusSigning: '69818a86a09dc3e3c291f7af9bc9f785a8aab10003',

  // CMS (RFC 5652), ESS (RFC 5035), timestamps (RFC 3161)
  data: '2a864886f70d010701',
  signedData: '2a864886f70d010702',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  tstInfo: '2a864886f70d0109100104',
  timestampToken: '2a864886f70d010910020e',
  signingCertificateV2: '2a864886f70d010910022f',

  // Algorithms (RFC 5754, RFC 5758, RFC 4055)
  sha256: '608648016503040201',
  sha384: '608648016503040202',
  sha512: '608648016503040203',
  ecPublicKey: '2a8648ce3d0201',
  p256: '2a8648ce3d030107',
  p384: '2b81040022',
  ecdsaSha256: '2a8648ce3d040302',
  ecdsaSha384: '2a8648ce3d040303',
  ecdsaSha512: '2a8648ce3d040304',
  rsaEncryption: '2a864886f70d010101',
  maskGeneration1: '2a864886f70d010108',
  rsaPss: '2a864886f70d01010a',
  rsaSha256: '2a864886f70d01010b',
  rsaSha384: '2a864886f70d01010c',
  rsaSha512: '2a864886f70d01010d',

  // Private keys under a password (RFC 8018)
  pbkdf2: '2a864886f70d01050c',
  pbes2: '2a864886f70d01050d',
  hmacSha256: '2a864886f70d0209',
  aes128Cbc: '608648016503040102',
  aes256Cbc: '60864801650304012a',

  // Certificates and revocation lists (RFC 5280, ITU-T X.509)
  commonName: '550403',
  country: '550406',
  organization: '55040a',
  organizationIdentifier: '550461',
  subjectKeyIdentifier: '551d0e',
  keyUsage: '551d0f',
  basicConstraints: '551d13',
  revocationListNumber: '551d14',
  reasonCode: '551d15',
  invalidityDate: '551d18',
  deltaIndicator: '551d1b',
  issuingDistributionPoint: '551d1c',
  authorityKeyIdentifier: '551d23',
  extendedKeyUsage: '551d25',
  expiredCertificatesOnList: '551d3c',
  emailProtection: '2b06010505070304',
  timeStamping: '2b06010505070308',
} as const;
