import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

type Headers = Readonly<Record<string, string>>;

/**
 * The headers of every answer, also of one that comes to no route: browsers load nothing for it, take
 * it for no page, and show it in no frame (NL API Design Rules, /core/transport/security-headers).
 */
export const securityHeaders: Headers = headersOf(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: false,
  }),
);

/** HTTPS from now on, which means nothing over plain HTTP (RFC 6797, section 7.2). */
export const strictTransport: Headers = headersOf(helmet.strictTransportSecurity());

/** What a middleware sets for every request alike. */
function headersOf(
  middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void,
): Headers {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  middleware(response.req, response, () => {});
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}
