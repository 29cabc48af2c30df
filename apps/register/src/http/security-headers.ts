/**
 * What keeps browsers from taking a problem for a page, where it is answered before helmet sees the
 * request (NL API Design Rules, /core/transport/security-headers).
 */
export const securityHeaders = {
  'Content-Security-Policy': "default-src 'none';frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;
