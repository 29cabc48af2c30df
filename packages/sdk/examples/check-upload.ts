import { createVerifier, type VerifyOptions } from '@diplomaregister/sdk/verify';
import Fastify from 'fastify';

/** Takes the file of an extract, sent as `application/pdf`, and goes by nothing else. */
export function createServer(options: VerifyOptions) {
  const server = Fastify({ bodyLimit: 1024 * 1024 });
  const verifier = createVerifier(options);
  server.addContentTypeParser('application/pdf', { parseAs: 'buffer' }, (_, body, done) => {
    done(null, body);
  });

  server.post<{ Body: Buffer }>('/applications/diploma', async ({ body }, reply) => {
    const verdict = await verifier.verify(body);
    switch (verdict.outcome) {
      case 'genuine':
        return { diplomas: verdict.diplomas.map(({ diploma }) => diploma.programme.name) };
      case 'inconclusive':
        // Not a word against the diploma: ask to try again.
        return reply.code(503).header('retry-after', 30).send({ outcome: verdict.outcome });
      default:
        return reply.code(422).send({ outcome: verdict.outcome });
    }
  });
  return server;
}
