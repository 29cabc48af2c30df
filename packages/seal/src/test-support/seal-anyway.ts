import { identifySigner } from '../cms/signer-identity.ts';
import { writeSignedData } from '../cms/write-signed-data.ts';
import { oid } from '../der/object-identifiers.ts';
import { insertSignature, prepareDocument } from '../seal.ts';
import type { SealOptions } from '../seal-document.ts';
import { hashOf } from '../x509/write-signature.ts';

/** Seals as `seal` does, but with certificates and timestamps that it refuses, as a forger may. */
export async function sealAnyway(
  pdf: Uint8Array,
  { now = () => new Date(), signer, timestamps }: SealOptions,
): Promise<Uint8Array> {
  const hash = hashOf(signer.algorithm);
  const prepared = await prepareDocument(pdf, { hash, room: 12_000, time: now() });
  const signature = await writeSignedData({
    signer,
    identity: await identifySigner(crypto, signer),
    contentType: oid.data,
    messageDigest: prepared.digest,
    timestamp: async (value) =>
      timestamps.timestamp(new Uint8Array(await crypto.subtle.digest('SHA-256', value))),
  });
  return insertSignature(prepared, signature);
}
