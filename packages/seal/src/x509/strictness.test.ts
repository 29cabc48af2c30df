import { beforeAll, describe, expect, it } from 'vitest';
import { oid } from '../der/object-identifiers.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { boolean, encode, integer, sequence } from '../der/writer.ts';
import { extension } from '../test-support/hierarchy.ts';
import type { KeyKind, TestRegister } from '../test-support/register.ts';
import { createTestRegister, days, issueSigner, keyKinds } from '../test-support/register.ts';
import type { DerTree } from '../test-support/sealed-file.ts';
import { childAt, encodeTree, parseTree } from '../test-support/sealed-file.ts';
import { readHash, readSignatureScheme } from './algorithms.ts';
import { readCertificate } from './certificate.ts';
import { readRevocationLists } from './revocation-list.ts';
import { writeScheme } from './write-signature.ts';

const nothing: DerTree = { tag: tag.null, content: new Uint8Array(), children: [] };

let register: TestRegister;

beforeAll(async () => {
  register = await createTestRegister();
});

/** Every constructed element, but for what is in names: those are compared byte for byte. */
function containers(node: DerTree, names: readonly DerTree[]): DerTree[] {
  if ((node.tag & 0x20) === 0 || names.includes(node)) return [];
  return [node, ...node.children.flatMap((child) => containers(child, names))];
}

/** Adds an element to, and takes one from, every container in turn. */
function* changesOf(bytes: Uint8Array, nameIndexes: readonly number[]): Generator<Uint8Array> {
  const parse = () => {
    const root = parseTree(bytes);
    return {
      root,
      all: containers(
        root,
        nameIndexes.map((index) => childAt(root, 0, index)),
      ),
    };
  };
  for (const index of parse().all.keys()) {
    for (const change of [
      (node?: DerTree) => node?.children.push(nothing),
      (node?: DerTree) => node?.children.pop(),
    ]) {
      const { all, root } = parse();
      change(all[index]);
      yield encodeTree(root);
    }
  }
}

describe('a certificate', () => {
  it.each(Object.keys(keyKinds) as KeyKind[])('of %s has nothing more, anywhere', async (kind) => {
    const signer = await issueSigner(register.authorities.seal, 'seal', kind);
    const [bytes = new Uint8Array()] = signer.certificates;
    expect(readCertificate(bytes).serialNumber).toHaveLength(16);
    const accepted = [...changesOf(bytes, [3, 5])].filter((changed) => {
      try {
        readCertificate(changed);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(Malformed);
        return false;
      }
    });
    // Extensions may be fewer; nothing else may.
    expect(accepted).toHaveLength(1);
  });

  it('names one algorithm, inside and outside', () => {
    const root = parseTree(register.authorities.seal.certificate);
    childAt(root, 0, 2, 0).content = childAt(parseTree(writeScheme('ES384')), 0).content;
    expect(() => readCertificate(encodeTree(root))).toThrow('algorithm');
  });

  it.each([
    ['FALSE written', sequence(Uint8Array.of(1, 1, 0))],
    ['a path length without being an authority', sequence(integer(0))],
    ['something more', sequence(boolean(true), integer(0), integer(0))],
  ])('has no basic constraints with %s', (_, value) => {
    const root = parseTree(register.authorities.seal.certificate);
    const [extensions] = childAt(root, 0).children.slice(-1);
    if (!extensions) throw new RangeError('There are no extensions');
    childAt(extensions, 0).children[0] = parseTree(extension(oid.basicConstraints, value, true));
    expect(() => readCertificate(encodeTree(root))).toThrow(Malformed);
  });

  it('writes no default, and has no extension with something more', () => {
    for (const flag of [Uint8Array.of(1, 1, 0), integer(1)]) {
      const root = parseTree(register.authorities.seal.certificate);
      const [extensions] = childAt(root, 0).children.slice(-1);
      if (!extensions) throw new RangeError('There are no extensions');
      childAt(extensions, 0, 2).children.splice(1, 0, parseTree(flag));
      expect(() => readCertificate(encodeTree(root))).toThrow(Malformed);
    }
  });
});

describe('a revocation list', () => {
  it('has nothing more and nothing less, anywhere', async () => {
    const bytes = await register.authorities.seal.revocationList({
      issuedAt: days.sealed,
      expiresAt: days.end,
      revoked: [{ serialNumber: Uint8Array.of(9), revokedAt: days.sealed, reason: 'superseded' }],
    });
    expect(readRevocationLists([bytes])).toHaveLength(1);
    const accepted = [...changesOf(bytes, [2])].filter(
      (changed) => readRevocationLists([changed]).length > 0,
    );
    // Entries are read when a certificate is looked up; and entries or extensions may be fewer.
    expect(accepted.length).toBeLessThanOrEqual(9);
  });

  it('is of version 2', () => {
    const root = parseTree(register.authorities.seal.certificate);
    expect(readRevocationLists([encodeTree(root)])).toEqual([]);
  });
});

describe('an algorithm', () => {
  it.each([
    ['ES256', 'SHA-256', 0],
    ['ES384', 'SHA-384', 0],
    ['RS256', 'SHA-256', 0],
    // The parameters of a hash may be NULL, or not there; the algorithm names two.
    ['PS256', 'SHA-256', 2],
  ] as const)('%s has nothing more and nothing less', (name, hash, variants) => {
    const written = writeScheme(name);
    expect(readSignatureScheme(readDer(written)).hash).toBe(hash);
    const accepted = [...changesOf(written, [])].filter((changed) => {
      try {
        readSignatureScheme(readDer(changed));
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(Malformed);
        return false;
      }
    });
    expect(accepted).toHaveLength(variants);
  });

  it('has parameters that are NULL, and that is empty', () => {
    const identifier = encode(
      tag.objectIdentifier,
      childAt(parseTree(writeScheme('RS256')), 0).content,
    );
    const full = sequence(identifier, encode(tag.null, Uint8Array.of(0)));
    expect(() => readSignatureScheme(readDer(full))).toThrow(Malformed);
    const sha1 = sequence(encode(tag.objectIdentifier, Uint8Array.of(0x2b, 0x0e, 3, 2, 0x1a)));
    expect(() => readHash(readDer(sha1))).toThrow('algorithm');
  });

  it('PSS has one hash throughout, its own mask, and a salt of its length', () => {
    const change = (edit: (root: DerTree) => void) => {
      const root = parseTree(writeScheme('PS256'));
      edit(root);
      return () => readSignatureScheme(readDer(encodeTree(root)));
    };
    const sha512 = Uint8Array.of(0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3);
    for (const edit of [
      (root: DerTree) => {
        childAt(root, 1, 0, 0, 0).content = sha512;
      },
      (root: DerTree) => {
        childAt(root, 1, 1, 0, 1, 0).content = sha512;
      },
      (root: DerTree) => {
        childAt(root, 1, 1, 0, 0).content = sha512;
      },
      (root: DerTree) => {
        childAt(root, 1, 2, 0).content = Uint8Array.of(20);
      },
    ]) {
      expect(change(edit)).toThrow('algorithm');
    }
  });
});
