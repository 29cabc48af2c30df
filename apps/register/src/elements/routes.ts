import type { FastifyInstance } from 'fastify';
import { readElementFiles } from './element-files.ts';

/** Which elements are served, and where. */
export interface ElementRoutesOptions {
  readonly folder: string;
  /** The public address of the register. */
  readonly url: string;
}

/**
 * Serves the elements for a script tag of any site, each version under an address of its own: a page
 * that pins a file by its integrity hash never gets another one there.
 */
export async function elementRoutes(
  server: FastifyInstance,
  { folder, url }: ElementRoutesOptions,
): Promise<void> {
  const files = await readElementFiles(folder);
  const list = files.map(({ version, name, integrity }) => ({
    version,
    address: `${url}/elements/${version}/${name}`,
    integrity,
  }));
  server.get('/elements', async (_request, reply) => {
    reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' });
    return { items: list };
  });
  for (const { version, name, code } of files) {
    server.get(`/elements/${version}/${name}`, async (_request, reply) =>
      reply
        .headers({
          // A browser compares a file with its hash only when it may read it.
          'Access-Control-Allow-Origin': '*',
          'Cache-Control': 'public, max-age=31536000, immutable',
        })
        .type('text/javascript; charset=utf-8')
        .send(code),
    );
  }
}
