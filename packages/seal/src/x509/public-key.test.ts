import { expect, it } from 'vitest';
import { concat } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { bitString, encode, integer, nothing, objectIdentifier, sequence } from '../der/writer.ts';
import { UnsupportedAlgorithm } from './algorithms.ts';
import { readPublicKey } from './public-key.ts';

const point = concat(Uint8Array.of(4), new Uint8Array(64));
const modulus = new Uint8Array(384).fill(0xff);
const exponent = integer(Uint8Array.of(1, 0, 1));

const elliptic = (type: string, key: Uint8Array) =>
  sequence(sequence(objectIdentifier(type), objectIdentifier(oid.p256)), bitString(key));

const rsa = (...numbers: readonly Uint8Array[]) =>
  sequence(sequence(objectIdentifier(oid.rsaEncryption), nothing), bitString(sequence(...numbers)));

const read = (bytes: Uint8Array) => () => readPublicKey(readDer(bytes));

it('reads points of P-256 and moduli of RSA', () => {
  expect(read(elliptic(oid.ecPublicKey, point))()).toMatchObject({ type: 'EC', curve: 'P-256' });
  expect(read(rsa(integer(modulus), exponent))()).toMatchObject({ type: 'RSA' });
});

it('reads no key of another kind, no compressed point, and no small or odd RSA key', () => {
  const compressed = concat(Uint8Array.of(2), new Uint8Array(32));
  const ofOtherKind = sequence(
    sequence(objectIdentifier(oid.rsaPss), nothing),
    bitString(sequence(integer(modulus), exponent)),
  );
  for (const bytes of [
    elliptic(oid.sha256, point),
    elliptic(oid.ecPublicKey, compressed),
    ofOtherKind,
    rsa(integer(modulus.subarray(1)), exponent),
    rsa(integer(new Uint8Array(1025).fill(0xff)), exponent),
    rsa(integer(modulus), integer(3)),
  ]) {
    expect(read(bytes)).toThrow(UnsupportedAlgorithm);
  }
});

it('reads no RSA key with something more, and no negative modulus', () => {
  expect(read(rsa(integer(modulus), exponent, integer(1)))).toThrow(Malformed);
  const negative = concat(Uint8Array.of(0x80), new Uint8Array(383).fill(1));
  expect(read(rsa(encode(tag.integer, negative), exponent))).toThrow('negative');
});
