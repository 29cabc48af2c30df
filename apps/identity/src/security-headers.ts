import type { Clients } from './clients/clients.ts';

/**
 * What every answer carries. `form-action` names the portals too, since the form of the sign-in
 * page leads back to them, and Chromium holds the whole chain of redirects to it.
 */
export function securityHeaders({ portals }: Clients): Readonly<Record<string, string>> {
  const origins = new Set(
    portals
      .flatMap(({ redirectUris, postLogoutRedirectUris }) => [
        ...redirectUris,
        ...postLogoutRedirectUris,
      ])
      .map((uri) => new URL(uri).origin),
  );
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      'img-src data:',
      `form-action 'self' ${[...origins].join(' ')}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join(';'),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}
