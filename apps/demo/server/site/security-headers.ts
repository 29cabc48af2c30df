/** Where the scripts of a page may connect to. */
export interface Connections {
  readonly connectTo: readonly string[];
}

/**
 * What every page carries: nothing but this site's own files, and connections to the register (and
 * for the portal to the sign-in service) alone. Trusted Types are enforced; Lit has the one policy.
 */
export function securityHeaders({ connectTo }: Connections): Readonly<Record<string, string>> {
  const origins = connectTo.map((address) => new URL(address).origin);
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      `connect-src ${origins.length > 0 ? origins.join(' ') : "'none'"}`,
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cache-Control': 'no-store',
  };
}
