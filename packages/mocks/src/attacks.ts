import type { Outcome } from '@diplomaregister/contract';
import type { Trust } from './trust.ts';
import { createTrust } from './trust.ts';

/** A file that wants to be taken for an extract, and what a verifier must make of it. */
export interface AttackSample {
  readonly file: File;
  readonly outcome: Extract<Outcome, 'altered' | 'not-an-extract' | 'seal-revoked'>;
}

/** The samples that a mock register makes. */
export type AttackName =
  | 'alteredByte'
  | 'appendedPage'
  | 'cutOff'
  | 'anotherSigner'
  | 'revokedSeal'
  | 'unsealed'
  | 'photo';

/** Makes a sample of each attack, of a genuine extract and the document that was sealed in it. */
export async function createAttacks(
  document: Uint8Array,
  genuine: Uint8Array<ArrayBuffer>,
  trust: Trust,
  now: () => Date,
): Promise<Readonly<Record<AttackName, AttackSample>>> {
  const stranger = await createTrust(now);
  return {
    alteredByte: sample('altered-byte.pdf', 'altered', alterByte(genuine)),
    appendedPage: sample('appended-page.pdf', 'altered', appendRevision(genuine)),
    cutOff: sample('cut-off.pdf', 'not-an-extract', genuine.slice(0, genuine.length / 2)),
    anotherSigner: sample('another-signer.pdf', 'not-an-extract', await stranger.seal(document)),
    revokedSeal: sample('revoked-seal.pdf', 'seal-revoked', await trust.sealRevoked(document)),
    unsealed: sample('unsealed.pdf', 'not-an-extract', new Uint8Array(document)),
    // How a JPEG begins.
    photo: sample('photo.jpg', 'not-an-extract', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)),
  };
}

function sample(
  name: string,
  outcome: AttackSample['outcome'],
  content: Uint8Array<ArrayBuffer>,
): AttackSample {
  const type = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg';
  return { file: new File([content], name, { type }), outcome };
}

/** Turns one bit of what the page shows. */
function alterByte(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const altered = file.slice();
  const at = toLatin1(file).indexOf('stream\n') + 20;
  altered.set([(altered[at] ?? 0) ^ 1], at);
  return altered;
}

/** Adds a revision with an object of its own, as an editor does that saves changes. */
function appendRevision(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const text = toLatin1(file);
  const previous = text.match(/startxref\n(\d+)\n%%EOF\n?$/)?.[1];
  const root = text.match(/\/Root (\d+) 0 R/)?.[1];
  const size = Number(text.match(/.*\/Size (\d+)/s)?.[1]);
  const object = `${size} 0 obj\n(cum laude)\nendobj\n`;
  const entry = `${String(file.length).padStart(10, '0')} 00000 n\r\n`;
  const revision = `${object}xref\n${size} 1\n${entry}trailer\n<< /Size ${size + 1} /Root ${root} 0 R /Prev ${previous} >>\nstartxref\n${file.length + object.length}\n%%EOF\n`;
  const appended = new Uint8Array(file.length + revision.length);
  appended.set(file);
  appended.set(new TextEncoder().encode(revision), file.length);
  return appended;
}

function toLatin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
