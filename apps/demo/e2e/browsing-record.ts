import type { Page } from 'playwright';

/** A request that a page made. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly bodySize: number;
}

/** Notes what a page asks for and what its console complains about. */
export class BrowsingRecord {
  readonly requests: RecordedRequest[] = [];
  /** Violations of the Content-Security-Policy, and errors of scripts. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    page.on('request', (request) => {
      this.requests.push({
        method: request.method(),
        url: request.url(),
        bodySize: request.postDataBuffer()?.byteLength ?? 0,
      });
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (/Content Security Policy|Trusted|violat/i.test(text)) this.complaints.push(text);
    });
  }

  /** The origins that were asked, without those of `blob:` and `data:`. */
  origins(): ReadonlySet<string> {
    const asked = this.requests.filter(({ url }) => /^https?:/.test(url));
    return new Set(asked.map(({ url }) => new URL(url).origin));
  }
}
