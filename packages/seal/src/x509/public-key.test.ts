import { expect, it } from 'vitest';
import { concat, fromHex } from '../bytes/bytes.ts';
import { oid } from '../der/object-identifiers.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { bitString, encode, integer, nothing, objectIdentifier, sequence } from '../der/writer.ts';
import type { SealCrypto } from '../seal-crypto.ts';
import { UnsupportedAlgorithm } from './algorithms.ts';
import { readPublicKey, verifySignature } from './public-key.ts';

const point = concat(Uint8Array.of(4), new Uint8Array(64));
const modulus = new Uint8Array(384).fill(0xff);
const exponent = integer(Uint8Array.of(1, 0, 1));

const elliptic = (type: string, key: Uint8Array) =>
  sequence(sequence(objectIdentifier(type), objectIdentifier(oid.p256)), bitString(key));

const rsa = (...numbers: readonly Uint8Array[]) =>
  sequence(sequence(objectIdentifier(oid.rsaEncryption), nothing), bitString(sequence(...numbers)));

const notAsked = () => Promise.reject(new Error('This is not asked for'));

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
  expect(read(rsa(encode(tag.integer, negative), exponent))).toThrow('integer');
});

it('does not leave it to the runtime what the numbers of an ECDSA signature may be', async () => {
  const gullible: SealCrypto = {
    subtle: {
      digest: notAsked,
      sign: notAsked,
      importKey: async () => ({}) as CryptoKey,
      verify: async () => true,
    },
  };
  const key = readPublicKey(readDer(elliptic(oid.ecPublicKey, point)));
  const scheme = { name: 'ECDSA', hash: 'SHA-256' } as const;
  const verify = (r: Uint8Array, s: Uint8Array, ...more: readonly Uint8Array[]) =>
    verifySignature(gullible, key, scheme, sequence(r, s, ...more), new Uint8Array());
  const order = fromHex('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
  const largest = order.with(31, 0x50);
  const negative = encode(tag.integer, new Uint8Array(32).fill(1).with(0, 0x80));
  const one = integer(1);

  expect(await verify(one, integer(largest))).toBe(true);
  for (const bad of [
    integer(order),
    negative,
    integer(new Uint8Array(1)),
    integer(concat(order, order)),
  ]) {
    expect(await verify(bad, one)).toBe(false);
    expect(await verify(one, bad)).toBe(false);
  }
  await expect(verify(one, one, one)).rejects.toThrow(Malformed);
});
