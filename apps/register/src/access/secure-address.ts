/**
 * Whether nobody on the way can change what comes from an address: HTTPS, or this machine itself, as
 * browsers see it (Secure Contexts, section 3.1).
 */
export function isSecureAddress({ hostname, protocol }: URL): boolean {
  if (protocol === 'https:') return true;
  const isLoopback =
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname);
  return protocol === 'http:' && isLoopback;
}
