import type { FastifyInstance } from 'fastify';
import { contractDocument } from '../contract/operations.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import { isInstitution, listInstitutionKeys } from './institution-keys.ts';

const codeForm = new RegExp(contractDocument.components.schemas.InstitutionCode.pattern);

/** Seconds for which the token service may keep the keys: a key that was removed opens so long. */
const maxAge = 60;

/**
 * Publishes the public keys of institutions as JSON Web Key Sets (RFC 7517), for the token service:
 * one address for each institution, which has no keys until an operator adds one. A replica might
 * still have a key that was removed.
 */
export async function institutionKeyRoutes(
  server: FastifyInstance,
  { register }: { register: Pick<Register, 'database'> },
): Promise<void> {
  server.get<{ Params: { code: string } }>('/institution-keys/:code', async (request, reply) => {
    const { code } = request.params;
    if (!codeForm.test(code)) throw new Problem('not-found');
    if (!(await isInstitution(register.database, code))) throw new Problem('not-found');
    const keys = await listInstitutionKeys(register.database, code);
    reply.header('Cache-Control', `public, max-age=${maxAge}`);
    return { keys: keys.map(({ publicKey }) => publicKey) };
  });
}
