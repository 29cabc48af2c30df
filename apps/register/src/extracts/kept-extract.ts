import { createHash } from 'node:crypto';
import type { Extract } from '@diplomaregister/contract';
import { insertSignature } from '@diplomaregister/seal/seal';
import type { Register } from '../register.ts';

/** What the file of an extract can be made of again, byte for byte. */
export interface KeptExtract {
  readonly extract: Extract;
  /** The CMS in its seal. */
  readonly signature: Uint8Array;
  /** Of the file. */
  readonly sha256: Uint8Array;
}

/** In bytes, for a place where it is encrypted. */
export function writeKept({ extract, sha256, signature }: KeptExtract): Uint8Array {
  return Buffer.from(
    JSON.stringify({ extract, signature: toBase64(signature), sha256: toBase64(sha256) }),
  );
}

export function readKept(bytes: Uint8Array): KeptExtract {
  const { extract, sha256, signature } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    readonly extract: Extract;
    readonly signature: string;
    readonly sha256: string;
  };
  return { extract, signature: fromBase64(signature), sha256: fromBase64(sha256) };
}

/**
 * The file once more; undefined when this register would make another one, as it does after a change
 * of its pages or of the certificates that seal them.
 */
export async function makeAgain(
  { composer, configuration: { checkUrl }, keys: { sealer } }: Register,
  { extract, sha256, signature }: KeptExtract,
): Promise<Uint8Array | undefined> {
  const { preparation } = sealer;
  const prepared = await composer.compose({ extract, checkUrl, preparation });
  const file = insertSignature(prepared, signature);
  const isSame = createHash('sha256').update(file).digest().equals(sha256);
  return isSame ? file : undefined;
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
