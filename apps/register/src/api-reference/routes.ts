import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { basePath } from '../http/base-path.ts';
import type { Register } from '../register.ts';
import { referencePage } from './page.ts';

/** What the page may load: its own style sheet, and nothing else. */
const contentSecurityPolicy =
  "default-src 'none';style-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'";

/** The reference page of the API at `/docs`, without scripts and without outside requests. */
export async function apiReferenceRoutes(
  server: FastifyInstance,
  { register }: { register: Pick<Register, 'configuration'> },
): Promise<void> {
  const page = referencePage(`${register.configuration.url}${basePath}`);
  const style = await readFile(new URL('reference.css', import.meta.url), 'utf8');
  const send = (reply: FastifyReply, type: string, body: string) =>
    reply
      .headers({
        'Cache-Control': 'public, max-age=300',
        'Content-Security-Policy': contentSecurityPolicy,
      })
      .type(`${type}; charset=utf-8`)
      .send(body);
  server.get('/docs', async (_request, reply) => send(reply, 'text/html', page));
  server.get('/docs/reference.css', async (_request, reply) => send(reply, 'text/css', style));
}
