import type { CertificatePurpose } from '@diplomaregister/seal/authority';
import {
  createSecret,
  createSignerMaterial,
  createTokenKey,
  type KeyMaterial,
  type SecretMaterial,
  type TokenKeyMaterial,
} from './key-material.ts';
import { importCertificateAuthority } from './keys.ts';

/** The kinds of secrets, which data are under. */
export const secretKinds = ['content', 'hash'] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Adds a secret that comes into use at `usedFrom`; those before it stay. */
export function addSecret(
  material: KeyMaterial,
  kind: SecretKind,
  usedFrom: Date,
): { readonly material: KeyMaterial; readonly added: SecretMaterial } {
  const added = { ...createSecret(), usedFrom: usedFrom.toISOString() };
  return { material: { ...material, [kind]: [added, ...material[kind]] }, added };
}

/** Adds a key to which tokens are encrypted from `usedFrom` on; those before it still open theirs. */
export async function addTokenKey(
  material: KeyMaterial,
  usedFrom: Date,
): Promise<{ readonly material: KeyMaterial; readonly added: TokenKeyMaterial }> {
  const added = { ...(await createTokenKey()), usedFrom: usedFrom.toISOString() };
  const tokenEncryption = [added, ...material.tokenEncryption] as const;
  return { material: { ...material, tokenEncryption }, added };
}

/** Takes a key out. Tokens that were encrypted to it are not valid any more. */
export function removeTokenKey(material: KeyMaterial, id: string): KeyMaterial {
  const [first, ...others] = material.tokenEncryption.filter((key) => key.id !== id);
  if (first === undefined) throw new Error('The last token key cannot be taken out.');
  return { ...material, tokenEncryption: [first, ...others] };
}

/** Takes a secret out. What it closed can never be opened again. */
export function removeSecret(material: KeyMaterial, kind: SecretKind, id: string): KeyMaterial {
  const [first, ...others] = material[kind].filter((secret) => secret.id !== id);
  if (first === undefined) throw new Error(`The last ${kind} key cannot be taken out.`);
  return { ...material, [kind]: [first, ...others] };
}

/**
 * Gives the register a new key and certificate for daily work, of the same authority: what was
 * signed with the one before stays genuine.
 */
export async function renewSigner(
  material: KeyMaterial,
  purpose: CertificatePurpose,
  now: Date,
): Promise<KeyMaterial> {
  const { authority } = material[purpose];
  const createdAt = new Date(material.createdAt);
  const certifier = await importCertificateAuthority(purpose, authority, createdAt);
  const signer = await createSignerMaterial(purpose, certifier, now);
  return { ...material, [purpose]: { authority, signer } };
}
