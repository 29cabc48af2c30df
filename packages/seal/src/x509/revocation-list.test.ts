import { beforeAll, describe, expect, it } from 'vitest';
import { oid } from '../der/object-identifiers.ts';
import { tag } from '../der/reader.ts';
import { writeGeneralizedTime, writeTime } from '../der/time.ts';
import { encode, integer, sequence } from '../der/writer.ts';
import type { Entity, ListOptions } from '../test-support/hierarchy.ts';
import {
  authorityExtension,
  certificateSign,
  createEntity,
  extension,
  revokedEntry,
  sealExtensions,
  writeList,
} from '../test-support/hierarchy.ts';
import { days } from '../test-support/register.ts';
import { readCertificate } from './certificate.ts';
import { isRevokedAt, pathRevocations, readRevocationLists } from './revocation-list.ts';
import { keyUsageExtension } from './write-certificate.ts';

let root: Entity;
let leaf: Entity;

beforeAll(async () => {
  root = await createEntity({ name: 'Root', extensions: [authorityExtension(), certificateSign] });
  leaf = await createEntity({ name: 'Leaf', issuer: root, extensions: [...sealExtensions] });
});

const period = { thisUpdate: days.sealed, nextUpdate: days.end };

const writeListOf = (options: Partial<ListOptions> = {}) =>
  writeList({ ...period, issuer: root, ...options });

const entry = (serialNumber: Uint8Array, ...extensions: readonly Uint8Array[]) =>
  revokedEntry(serialNumber, days.sealed, ...extensions);

const reason = (code: number) =>
  extension(oid.reasonCode, encode(tag.enumerated, Uint8Array.of(code)));

async function statusBy(lists: readonly Uint8Array[], certificate = leaf, issuer = root) {
  const path = [
    readCertificate(certificate.certificate),
    readCertificate(issuer.certificate),
  ] as const;
  const read = readRevocationLists(lists);
  const [revocation] = await pathRevocations(crypto, path, read, days.now);
  return revocation;
}

describe('a revocation list', () => {
  it('clears a certificate that it does not name, and revokes one that it does', async () => {
    const other = entry(Uint8Array.of(99));
    expect(await statusBy([await writeListOf({ entries: [other] })])).toEqual({ status: 'good' });
    const revoked = await statusBy([
      await writeListOf(),
      await writeListOf({ entries: [other, entry(leaf.serialNumber)] }),
    ]);
    expect(revoked).toEqual({ status: 'revoked', revokedAt: days.sealed, compromised: true });
    if (!revoked) throw new Error('A status was expected');
    expect(isRevokedAt(revoked, days.now)).toBe(true);
    expect(isRevokedAt(revoked, days.sealed)).toBe(true);
    expect(isRevokedAt(revoked, days.begin)).toBe(false);
  });

  it.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
    [4, false],
    [5, false],
    [9, true],
  ])('with the reason %i tells whether the key is compromised: %s', async (code, compromised) => {
    const list = await writeListOf({ entries: [entry(leaf.serialNumber, reason(code))] });
    expect(await statusBy([list])).toMatchObject({ status: 'revoked', compromised });
  });

  it.each([
    ['earlier', days.begin, days.begin],
    ['later', days.end, days.sealed],
  ])('that dates the loss of a key %s counts from the earlier day', async (_, time, revokedAt) => {
    const invalid = extension(oid.invalidityDate, writeGeneralizedTime(time));
    const list = await writeListOf({ entries: [entry(leaf.serialNumber, reason(1), invalid)] });
    expect(await statusBy([list])).toEqual({ status: 'revoked', revokedAt, compromised: true });
  });

  it('says nothing when it stands for a part only, or is not understood', async () => {
    const empty = sequence();
    for (const extensions of [
      [extension(oid.issuingDistributionPoint, empty, true)],
      [extension(oid.issuingDistributionPoint, empty)],
      [extension(oid.deltaIndicator, integer(1), true)],
      [extension(oid.deltaIndicator, integer(1))],
      [extension('551d1e', empty, true)],
    ]) {
      expect(await statusBy([await writeListOf({ extensions })])).toEqual({ status: 'unknown' });
    }
    // 2.5.29.29: the issuer of an indirect entry.
    const indirect = entry(leaf.serialNumber, extension('551d1d', empty, true));
    expect(await statusBy([await writeListOf({ entries: [indirect] })])).toEqual({
      status: 'unknown',
    });
  });

  it('says nothing with something more in it than belongs there', async () => {
    const more = sequence();
    const { serialNumber } = leaf;
    for (const options of [
      { besideExtensions: [more] },
      { afterExtensions: [more] },
      { entries: [sequence(integer(serialNumber), writeTime(days.sealed), more, more)] },
    ]) {
      expect(await statusBy([await writeListOf(options)])).toEqual({ status: 'unknown' });
    }
  });

  it('says nothing before its time, after its time, or of another issuer', async () => {
    const early = new Date('2026-09-30T00:00:00Z');
    const stranger = await createEntity({
      name: 'Root',
      extensions: [authorityExtension(), certificateSign],
    });
    for (const options of [
      { thisUpdate: days.end },
      { nextUpdate: early },
      { issuer: stranger },
      { issuer: leaf },
    ]) {
      expect(await statusBy([await writeListOf(options)])).toEqual({ status: 'unknown' });
    }
    expect(await statusBy([])).toEqual({ status: 'unknown' });
  });

  it('says something of an expired certificate only when it keeps those', async () => {
    const notAfter = new Date('2026-08-01T00:00:00Z');
    const options = { name: 'Leaf', issuer: root, extensions: [...sealExtensions] };
    const expired = await createEntity({ ...options, change: { notAfter } });
    const since = (time: Date) =>
      extension(oid.expiredCertificatesOnList, writeGeneralizedTime(time));
    const kept = await writeListOf({ extensions: [since(days.begin)] });
    const late = await writeListOf({ extensions: [since(days.sealed)] });
    expect(await statusBy([kept], expired)).toEqual({ status: 'good' });
    expect(await statusBy([late], expired)).toEqual({ status: 'unknown' });
    expect(await statusBy([await writeListOf()], expired)).toEqual({ status: 'unknown' });
  });

  it('says nothing when its issuer may sign certificates only', async () => {
    const issuer = await createEntity({
      name: 'Other root',
      extensions: [authorityExtension(), keyUsageExtension('certificateSign')],
    });
    const certificate = await createEntity({ name: 'Leaf', issuer, extensions: sealExtensions });
    const list = await writeListOf({ issuer });
    expect(await statusBy([list], certificate, issuer)).toEqual({ status: 'unknown' });
  });

  it('is not passed over because the runtime fails', async () => {
    const path = [readCertificate(leaf.certificate), readCertificate(root.certificate)] as const;
    const lists = readRevocationLists([await writeListOf()]);
    const fail = () => Promise.reject(new Error('out of order'));
    const failing = { subtle: { digest: fail, importKey: fail, sign: fail, verify: fail } };
    await expect(pathRevocations(failing, path, lists, days.now)).rejects.toThrow('out of order');
  });
});
