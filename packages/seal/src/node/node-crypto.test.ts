import { describe, expect, it } from 'vitest';
import { keySigner, seal } from '../seal.ts';
import { compose } from '../test-support/compose.ts';
import type { KeyKind } from '../test-support/register.ts';
import { createTestRegister, days, generateKeys, keyKinds } from '../test-support/register.ts';
import { verifySeal } from '../verify.ts';
import { createNodeCrypto } from './node-crypto.ts';

describe.each(Object.keys(keyKinds) as KeyKind[])('with %s', (kind) => {
  it('WebCrypto and Node verify what the other one sealed', async () => {
    const inNode = { crypto: createNodeCrypto() };
    const register = await createTestRegister(kind);
    const { privateKey, publicKey } = await generateKeys(kind);
    const leaf = await register.authorities.seal.issue({
      purpose: 'seal',
      commonName: 'Test seal',
      publicKey,
      notBefore: days.begin,
      notAfter: days.end,
    });
    const signer = keySigner({ ...inNode, privateKey, certificates: [leaf] });

    const sealedInNode = await seal(compose(), { ...register, ...inNode, signer });
    expect(await verifySeal(sealedInNode, register.options)).toMatchObject({ outcome: 'sealed' });

    const sealed = await seal(compose(), register);
    expect(await verifySeal(sealed, { ...register.options, ...inNode })).toMatchObject({
      outcome: 'sealed',
      sealedAt: days.sealed,
    });
  });
});

it('a key that Node imported can sign, and cannot be one of another kind', async () => {
  const { subtle } = createNodeCrypto();
  const { privateKey, publicKey } = await generateKeys('ECDSA P-256');
  const exported = async (format: 'pkcs8' | 'spki', key: CryptoKey) =>
    new Uint8Array(await crypto.subtle.exportKey(format, key));
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const secret = await exported('pkcs8', privateKey);
  const known = await exported('spki', publicKey);
  const imported = await subtle.importKey('pkcs8', secret, algorithm, false, ['sign']);
  const parameters = { name: 'ECDSA', hash: 'SHA-256', saltLength: 32 } as const;
  const data = new TextEncoder().encode('uittreksel');
  const signature = new Uint8Array(await subtle.sign(parameters, imported, data));

  expect(await crypto.subtle.verify(parameters, publicKey, signature, data)).toBe(true);
  expect(await subtle.verify(parameters, publicKey, signature.fill(1), data)).toBe(false);
  await expect(
    subtle.importKey('spki', known, { name: 'ECDSA', namedCurve: 'P-384' }, false, ['verify']),
  ).rejects.toThrow(DOMException);
});
