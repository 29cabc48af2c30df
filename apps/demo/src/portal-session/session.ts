/** Who is signed in to the portal: an access token, until when. Gone with the browser's tab. */
export interface Session {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const key = 'portal.session';

export function readSession(now = Date.now()): Session | undefined {
  const stored = sessionStorage.getItem(key);
  if (stored === null) return undefined;
  const session = JSON.parse(stored) as Session;
  return session.expiresAt > now ? session : undefined;
}

export function keepSession(session: Session): void {
  sessionStorage.setItem(key, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.removeItem(key);
}
