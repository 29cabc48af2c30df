import { deflateSync } from 'node:zlib';
import { certificateSerialNumber, createTimestampAuthority } from '../../authority.ts';
import { toLatin1 } from '../../bytes/bytes.ts';
import { oid } from '../../der/object-identifiers.ts';
import { keySigner, seal } from '../../seal.ts';
import { extendedKeyUsageExtension, keyUsageExtension } from '../../x509/write-certificate.ts';
import { authorityExtension, certificateSign, createEntity, sealExtensions } from '../hierarchy.ts';
import { createTestRegister, days, emptyList, generateKeys, issueSigner } from '../register.ts';
import { sealAnyway } from '../seal-anyway.ts';
import { plainObjects, writePdf } from '../write-pdf.ts';
import type { Attack } from './attack.ts';

const authority = [authorityExtension(), certificateSign];

export const trustAttacks: readonly Attack[] = [
  {
    family: 'look-alike authority',
    name: 'with the same names and another key',
    reason: 'signer-untrusted',
    build: async ({ composed }) => ({ file: await seal(composed, await createTestRegister()) }),
  },
  {
    family: 'look-alike authority',
    name: 'with its root in the file',
    reason: 'signer-untrusted',
    build: async ({ composed, register }) => {
      const other = await createTestRegister();
      const certificates = [...other.signer.certificates, other.authorities.seal.certificate];
      const signer = { ...other.signer, certificates };
      return { file: await seal(composed, { ...register, signer }) };
    },
  },
  {
    family: 'leaf as authority',
    name: 'a seal certificate that issues another',
    reason: 'signer-untrusted',
    build: async ({ composed, register }) => {
      const root = await createEntity({ name: 'Root', extensions: authority });
      const leaf = await createEntity({ name: 'Leaf', issuer: root, extensions: sealExtensions });
      const below = await createEntity({ name: 'Below', issuer: leaf, extensions: sealExtensions });
      const certificates = [below.certificate, leaf.certificate];
      const signer = { ...below.signer, certificates };
      const anchors = { ...register.options.anchors, seal: [root.certificate] };
      return { file: await seal(composed, { ...register, signer }), options: { anchors } };
    },
  },
  ...(['timestamp', 'status'] as const).map(
    (purpose): Attack => ({
      family: 'wrong usage',
      name: `a certificate for a ${purpose} seals`,
      reason: 'signer-purpose',
      build: async ({ composed, register }) => {
        const signer = await issueSigner(register.authorities.seal, purpose);
        return { file: await seal(composed, { ...register, signer }) };
      },
    }),
  ),
  {
    family: 'timestamp authority impersonation',
    name: 'the signer of the seal stamps',
    reason: 'timestamp-untrusted',
    build: async ({ composed, register }) => {
      const timestamps = createTimestampAuthority({
        signer: register.signer,
        now: () => days.sealed,
      });
      return { file: await seal(composed, { ...register, timestamps }) };
    },
  },
  {
    family: 'timestamp authority impersonation',
    name: 'a certificate with the right usage of another authority',
    reason: 'timestamp-untrusted',
    build: async ({ composed, register }) => {
      const { timestamps } = await createTestRegister();
      return { file: await seal(composed, { ...register, timestamps }) };
    },
  },
  {
    family: 'timestamp authority impersonation',
    name: 'a certificate that may do more than stamp',
    reason: 'timestamp-untrusted',
    build: async ({ composed, register }) => {
      const root = await createEntity({ name: 'Time', extensions: authority });
      const both = await createEntity({
        name: 'Both',
        issuer: root,
        extensions: [
          keyUsageExtension('digitalSignature'),
          extendedKeyUsageExtension(oid.sealExtracts),
        ],
      });
      const timestamps = createTimestampAuthority({ signer: both.signer, now: () => days.sealed });
      const anchors = { ...register.options.anchors, timestamp: [root.certificate] };
      return { file: await seal(composed, { ...register, timestamps }), options: { anchors } };
    },
  },
  {
    family: 'expired',
    name: 'sealed after the certificate has expired',
    reason: 'seal-certificate-not-valid',
    build: async ({ composed, register }) => {
      const validity = { notBefore: days.begin, notAfter: new Date('2026-08-31T00:00:00Z') };
      const signer = await issueSigner(register.authorities.seal, 'seal', 'ECDSA P-256', validity);
      return { file: await sealAnyway(composed, { ...register, signer }) };
    },
  },
  {
    family: 'revoked',
    name: 'sealed after the certificate was revoked',
    reason: 'seal-certificate-revoked',
    build: async ({ composed, register }) => {
      const { privateKey, publicKey } = await generateKeys();
      const leaf = await register.authorities.seal.issue({
        purpose: 'seal',
        commonName: 'Revoked',
        publicKey,
        notBefore: days.begin,
        notAfter: days.end,
      });
      const list = await register.authorities.seal.revocationList({
        issuedAt: days.sealed,
        expiresAt: days.end,
        revoked: [{ serialNumber: certificateSerialNumber(leaf), revokedAt: days.begin }],
      });
      const signer = keySigner({ privateKey, certificates: [leaf] });
      const revocationLists = [list, await emptyList(register.authorities.timestamp)];
      return { file: await seal(composed, { ...register, signer }), options: { revocationLists } };
    },
  },
  {
    family: 'bombs',
    name: 'an attachment that grows a thousandfold',
    reason: 'attachment',
    build: async ({ register }) => {
      const stored = deflateSync(new Uint8Array(20_000_000));
      const entries = `/Type /EmbeddedFile /Filter /FlateDecode /Length ${stored.length}`;
      const stream = `<< ${entries} >>\nstream\n${toLatin1(stored)}\nendstream`;
      return { file: await seal(writePdf({ ...plainObjects, 5: stream }), register) };
    },
  },
];
