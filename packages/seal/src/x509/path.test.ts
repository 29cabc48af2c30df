import { describe, expect, it } from 'vitest';
import { oid } from '../der/object-identifiers.ts';
import { Malformed } from '../der/reader.ts';
import { objectIdentifier, octetString, sequence, set, utf8String } from '../der/writer.ts';
import type { Entity, EntityOptions } from '../test-support/hierarchy.ts';
import {
  authorityExtension,
  certificateSign,
  createEntity,
  entityName,
  extension,
  sealExtensions,
} from '../test-support/hierarchy.ts';
import { days, generateKeys } from '../test-support/register.ts';
import { nameAttribute, readCertificate } from './certificate.ts';
import { findPath, isValidAt } from './path.ts';
import { keyUsageExtension } from './write-certificate.ts';

const authority = (options: Partial<EntityOptions> = {}) =>
  createEntity({ name: 'Root', extensions: [authorityExtension(), certificateSign], ...options });

const leafOf = (issuer: Entity) =>
  createEntity({ name: 'Leaf', issuer, extensions: [...sealExtensions] });

function path(leaf: Entity, others: readonly Entity[], anchors: readonly Entity[]) {
  return findPath(
    crypto,
    readCertificate(leaf.certificate),
    others.map(({ certificate }) => readCertificate(certificate)),
    anchors.map(({ certificate }) => readCertificate(certificate)),
  );
}

describe('a path', () => {
  it('leads to an anchor directly, or over one intermediate certificate', async () => {
    const root = await authority();
    const middle = await authority({ name: 'Middle', issuer: root });
    expect(await path(await leafOf(root), [], [root])).toHaveLength(2);
    expect(await path(await leafOf(middle), [middle], [await authority(), root])).toHaveLength(3);
    expect(await path(await leafOf(middle), [], [root])).toBeUndefined();
  });

  it('is at most two steps long', async () => {
    const root = await authority();
    const upper = await authority({ name: 'Upper', issuer: root });
    const lower = await authority({ name: 'Lower', issuer: upper });
    expect(await path(await leafOf(lower), [upper, lower], [root])).toBeUndefined();
  });

  it('does not begin at a root that only the file has', async () => {
    const root = await authority();
    const lookAlike = await authority();
    expect(await path(await leafOf(lookAlike), [lookAlike], [root])).toBeUndefined();
  });

  it('does not lead over a certificate that is no authority', async () => {
    const root = await authority();
    const noAuthorities: Partial<EntityOptions>[] = [
      { extensions: [...sealExtensions] },
      { extensions: [certificateSign] },
      { extensions: [authorityExtension(undefined, false), certificateSign] },
      { extensions: [authorityExtension()] },
      { extensions: [authorityExtension(), keyUsageExtension('revocationListSign')] },
    ];
    for (const options of noAuthorities) {
      const middle = await authority({ name: 'Middle', issuer: root, ...options });
      expect(await path(await leafOf(middle), [middle], [root])).toBeUndefined();
      expect(await path(await leafOf(middle), [], [middle])).toBeUndefined();
    }
  });

  it('does not lead to an authority of another name, or with a key of another kind', async () => {
    const root = await authority();
    const change = { issuer: entityName('Other') };
    const extensions = [...sealExtensions];
    const misnamed = await createEntity({ name: 'Leaf', issuer: root, extensions, change });
    expect(await path(misnamed, [], [root])).toBeUndefined();
    const { publicKey } = await generateKeys('RSA-3072 PSS');
    const publicKeyInfo = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
    const rsa = await authority({ change: { publicKeyInfo } });
    expect(await path(await leafOf(root), [], [rsa])).toBeUndefined();
    expect(await path(await leafOf(root), [], [rsa, root])).toHaveLength(2);
  });

  it('keeps to the path length of its authorities', async () => {
    const root = await authority({ extensions: [authorityExtension(0), certificateSign] });
    const middle = await authority({ name: 'Middle', issuer: root });
    expect(await path(await leafOf(root), [], [root])).toHaveLength(2);
    expect(await path(await leafOf(middle), [middle], [root])).toBeUndefined();
  });

  it('is valid while all of it is', async () => {
    const early = new Date('2026-06-01T00:00:00Z');
    const root = await authority();
    const middle = await authority({ name: 'Middle', issuer: root, change: { notAfter: early } });
    const found = await path(await leafOf(middle), [middle], [root]);
    if (!found) throw new Error('A path was expected');
    expect(isValidAt(found, early)).toBe(true);
    expect(isValidAt(found, days.sealed)).toBe(false);
    expect(isValidAt(found, new Date('2025-01-01T00:00:00Z'))).toBe(false);
  });
});

describe('a name', () => {
  const attribute = (...values: readonly Uint8Array[]) =>
    sequence(set(sequence(objectIdentifier(oid.organization), ...values)));

  it('is text, and nothing more', () => {
    expect(nameAttribute(attribute(utf8String('Register')), oid.organization)).toBe('Register');
    expect(nameAttribute(attribute(utf8String('Register')), oid.commonName)).toBeUndefined();
    const twice = attribute(utf8String('Register'), utf8String('Other'));
    expect(() => nameAttribute(twice, oid.organization)).toThrow(Malformed);
    const number = attribute(octetString(new Uint8Array(4)));
    expect(() => nameAttribute(number, oid.organization)).toThrow(Malformed);
  });
});

describe('a certificate', () => {
  it('may not have a critical extension that is not understood, nor one twice', async () => {
    const root = await authority();
    // 2.5.29.30: constraints on names.
    const constraints = extension('551d1e', sequence(), true);
    const [usage, purpose] = sealExtensions;
    for (const extensions of [
      [...sealExtensions, constraints],
      [usage, usage, purpose],
    ]) {
      const { certificate } = await createEntity({ name: 'Leaf', issuer: root, extensions });
      expect(() => readCertificate(certificate)).toThrow(Malformed);
    }
    const harmless = extension('551d1e', sequence());
    const { certificate } = await createEntity({ name: 'Leaf', extensions: [harmless] });
    expect(readCertificate(certificate).subject).toEqual(entityName('Leaf'));
  });

  it('has a key of the profile', async () => {
    const weak = { name: 'RSA-PSS', hash: 'SHA-256', publicExponent: Uint8Array.of(1, 0, 1) };
    const keys = await Promise.all([
      crypto.subtle.generateKey({ ...weak, modulusLength: 2048 }, true, ['sign', 'verify']),
      crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-521' }, true, ['sign', 'verify']),
    ]);
    for (const { publicKey } of keys) {
      const publicKeyInfo = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
      const { certificate } = await createEntity({
        name: 'Leaf',
        extensions: [...sealExtensions],
        change: { publicKeyInfo },
      });
      expect(() => readCertificate(certificate)).toThrow('algorithm');
    }
    expect(oid.sealExtracts).toHaveLength(42);
  });
});
