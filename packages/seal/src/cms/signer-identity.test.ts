import { expect, it } from 'vitest';
import { identifySigner } from './signer-identity.ts';

it('a signer without a certificate has no identity, and is told so', async () => {
  const signer = {
    algorithm: 'ES256',
    certificates: [],
    sign: async () => new Uint8Array(),
  } as const;

  await expect(identifySigner(crypto, signer)).rejects.toThrow('The signer has no certificate');
});
