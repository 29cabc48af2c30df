// The elements as single files on a page with the strictest policy that a host can give.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { chromiumArguments, findChromium } from '../../../scripts/chromium.ts';
import { bundleSingleFile } from './bundle.ts';

const oneLit = 'lit-html';
const severalLits = "lit-html 'allow-duplicates'";

let browser: Browser;
let register: MockRegister;
const scripts = new Map<string, string>();

beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  });
  register = await createMockRegister();
  for (const name of ['diploma-verify', 'diploma-list']) {
    scripts.set(`/${name}.js`, await bundleSingleFile(`src/define/${name}.ts`));
  }
  scripts.set('/host.js', await bundleSingleFile('scripts/host-with-lit.ts'));
});

afterAll(() => browser.close());

/** A page of a strict host, and what broke its policy or failed on it. */
interface StrictPage {
  readonly page: Page;
  readonly faults: readonly string[];
}

async function open(tags: readonly string[], trustedTypes: string): Promise<StrictPage> {
  const origin = await serve(tags, trustedTypes);
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.exposeFunction('fault', (directive: string) => faults.push(directive));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void Reflect.get(globalThis, 'fault')(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  await page.route(`${register.url}/**`, async (route) => {
    const request = route.request();
    const body = request.postDataBuffer();
    const answer = await register.fetch(request.url(), {
      method: request.method(),
      headers: request.headers(),
      ...(body && { body: new Uint8Array(body) }),
    });
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  await page.goto(origin);
  return { page, faults };
}

/** Serves a page with elements on it, each with its script, under the policy. */
async function serve(tags: readonly string[], trustedTypes: string): Promise<string> {
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? '');
    if (script !== undefined) {
      response.setHeader('Content-Type', 'text/javascript').end(script);
      return;
    }
    response
      .setHeader('Content-Type', 'text/html')
      .setHeader('Content-Security-Policy', policy(trustedTypes))
      .end(pageOf(tags));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function policy(trustedTypes: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src ${new URL(register.url).origin}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');
}

function pageOf(tags: readonly string[]): string {
  const scriptTags = tags.map((tag) => `<script type="module" src="/${tag}.js"></script>`);
  const elements = tags
    .filter((tag) => tag !== 'host')
    .map((tag) => `<${tag} register="${register.url}"></${tag}>`);
  return `<!doctype html><html lang="en"><title>Host</title>
    <body>${elements.join('')}${scriptTags.join('')}</body></html>`;
}

async function expectVerdict(page: Page): Promise<void> {
  const buffer = Buffer.from(await register.extracts.dutch.arrayBuffer());
  const file = { name: 'extract.pdf', mimeType: 'application/pdf', buffer };
  await page.locator('diploma-verify #file').setInputFiles(file);
  await page.getByRole('heading', { name: 'This extract is genuine' }).waitFor();
  await expectStyled(page, 'diploma-verify .banner');
}

async function expectList(page: Page): Promise<void> {
  await page.locator('diploma-list').evaluate((element, accessToken) => {
    Object.assign(element, { accessToken });
  }, register.tokens.holder);
  await page.getByRole('heading', { name: 'Higher education' }).waitFor();
  await expectStyled(page, 'diploma-list .diploma');
}

async function expectStyled(page: Page, selector: string): Promise<void> {
  const display = await page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).display);
  expect(display).toBe('grid');
}

/** Assigning markup is refused on the page, so its policy is at work. */
async function expectStrict(page: Page): Promise<void> {
  const assigned = page.evaluate(() => {
    document.createElement('p').innerHTML = '<i></i>';
  });
  await expect(assigned).rejects.toThrow('TrustedHTML');
}

test('a verdict is shown under a strict policy', async () => {
  const { page, faults } = await open(['diploma-verify'], oneLit);
  await expectVerdict(page);
  expect(faults).toEqual([]);
  await expectStrict(page);
});

test('the diplomas are shown, downloaded and shared under a strict policy', async () => {
  const { page, faults } = await open(['diploma-list'], oneLit);
  await expectList(page);
  await page
    .getByRole('button', { name: /^Download/ })
    .first()
    .click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await page.getByRole('button', { name: 'Done' }).click();
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByRole('img', { name: 'QR code with the link' }).waitFor();
  expect(faults).toEqual([]);
  await expectStrict(page);
});

test('both elements work beside a host that has its own Lit', async () => {
  const { page, faults } = await open(['host', 'diploma-verify', 'diploma-list'], severalLits);
  await page.getByText('Drawn by the host').waitFor();
  await expectVerdict(page);
  await expectList(page);
  expect(faults).toEqual([]);
  await expectStrict(page);
});
