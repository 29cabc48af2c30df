import type { TrustAnchor } from '@diplomaregister/contract';
import type { Handlers } from '../contract/handlers.ts';
import type { Authority } from '../keys/keys.ts';
import { Problem } from '../problems/problem.ts';

/** Verifiers must learn soon of a certificate that was withdrawn. */
const cacheControl = 'public, max-age=300';

export const handlers: Handlers<'getTrustAnchors' | 'getRevocationList'> = {
  async getTrustAnchors({ keys }, _request, reply) {
    reply.header('Cache-Control', cacheControl);
    return {
      seal: [toAnchor(keys.seal)],
      timestamp: [toAnchor(keys.timestamp)],
      status: [toAnchor(keys.status)],
    };
  },

  async getRevocationList(register, request, reply) {
    const list = await register.revocationLists.get(request.params.keyId);
    if (list === undefined) throw new Problem('not-found');
    return reply
      .header('Cache-Control', cacheControl)
      .type('application/pkix-crl')
      .send(Buffer.from(list));
  },
};

function toAnchor({ authority, organization }: Authority): TrustAnchor {
  return {
    name: organization,
    keyId: authority.keyId,
    certificate: Buffer.from(authority.certificate).toString('base64'),
  };
}
