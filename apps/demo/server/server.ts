import fastifyStatic from '@fastify/static';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Configuration } from './configuration.ts';
import { checkPage } from './pages/check.ts';
import { employerPage } from './pages/employer.ts';
import { type Failure, failurePage } from './pages/failure.ts';
import { homePage } from './pages/home.ts';
import { portalPage } from './pages/portal.ts';
import { schoolRoutes } from './school/routes.ts';
import { readAssets } from './site/assets.ts';
import { languages, pathOf, type SiteLanguage } from './site/language.ts';
import { type Page, renderPage } from './site/page.ts';
import { securityHeaders } from './site/security-headers.ts';

type MakePage = (language: SiteLanguage, configuration: Configuration) => Page;

/** Makes the server of the demo site. It does not listen yet. `log` takes lines for the operator. */
export async function createServer(
  configuration: Configuration,
  log: (line: string) => void,
): Promise<FastifyInstance> {
  const { registerApi, identityUrl, buildFolder } = configuration;
  const assetsOf = await readAssets(buildFolder);
  const server = Fastify({
    // Browsers hold connections that they have not used yet, which Node does not take for idle.
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: fail,
  });
  server.setErrorHandler(fail);

  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16_384 },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  await server.register(fastifyStatic, {
    root: buildFolder,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      reply.header('X-Content-Type-Options', 'nosniff');
      // The names of Vite's files change with their content.
      const isHashed = path.includes('/assets/');
      reply.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  function send(reply: FastifyReply, page: Page, connectTo: readonly string[] = []): FastifyReply {
    return reply
      .headers(securityHeaders({ connectTo }))
      .type('text/html; charset=utf-8')
      .send(renderPage(page, assetsOf));
  }

  function sendFailure(reply: FastifyReply, url: string, failure: Failure): FastifyReply {
    return send(reply, failurePage(failure, url.startsWith('/en/') ? 'en' : 'nl'));
  }

  /** What went wrong is for whoever runs the site, not for its visitors. */
  function fail(error: FastifyError, { url }: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { message, name, statusCode = 500 } = error;
    if (statusCode >= 500) log(`demo: failed: ${name}: ${message}`);
    return sendFailure(reply.code(statusCode), url, 'failed');
  }

  function page(path: string, make: MakePage, connectTo: readonly string[]): void {
    for (const language of languages) {
      server.get(pathOf(path, language), async (_request, reply) =>
        send(reply, make(language, configuration), connectTo),
      );
    }
  }

  page('', homePage, [registerApi]);
  page('portal/', portalPage, [registerApi, identityUrl]);
  page('employer/', employerPage, [registerApi]);
  page('check/', checkPage, [registerApi]);
  await server.register(schoolRoutes, { configuration, languages, send });
  server.setNotFoundHandler(async ({ url }, reply) =>
    sendFailure(reply.code(404), url, 'not-found'),
  );
  server.get('/health', async () => ({ status: 'ok' }));
  return server;
}
