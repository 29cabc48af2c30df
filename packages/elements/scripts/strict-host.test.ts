// The elements as single files on a page with the strictest policy that a host can give.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { answerFor } from '../../../scripts/answer-for.ts';
import { launchChromium } from '../../../scripts/chromium.ts';
import { drawVerify, styleSource } from '../src/server/server.ts';
import { bundleSingleFile } from './bundle.ts';

const oneLit = 'lit-html';
const severalLits = "lit-html 'allow-duplicates'";

let browser: Browser;
let register: MockRegister;
const scripts = new Map<string, string>();

beforeAll(async () => {
  browser = await launchChromium();
  register = await createMockRegister();
  for (const name of ['diploma-verify', 'diploma-list']) {
    scripts.set(`/${name}.js`, await bundleSingleFile(`src/define/${name}.ts`));
  }
  // What is drawn here has the templates as they are written.
  const taking = await bundleSingleFile('src/define/hydrate/diploma-verify.ts', { plugins: [] });
  scripts.set('/taking-over.js', taking);
  scripts.set('/host.js', await bundleSingleFile('scripts/host-with-lit.ts'));
});

afterAll(() => browser.close());

/** A page of a strict host, and what broke its policy or failed on it. */
interface StrictPage {
  readonly page: Page;
  readonly faults: readonly string[];
}

function open(tags: readonly string[], trustedTypes: string): Promise<StrictPage> {
  return visit(pageOf(tags), policy(trustedTypes));
}

/**
 * Opens a page that the server drew, whose script it holds back.
 *
 * @returns the page, and what lets the script come.
 */
async function openDrawn(
  styleSource: string | undefined,
  nonce?: string,
): Promise<StrictPage & { readonly release: () => void }> {
  const { promise, resolve: release } = Promise.withResolvers<void>();
  const styles = styleSource === undefined ? '' : `; style-src ${styleSource}`;
  const body = `<form><diploma-verify register="${register.url}" name="diploma" lang="en" required>${drawVerify(
    { lang: 'en', name: 'diploma', ...(nonce && { nonce }) },
  )}</diploma-verify></form><script type="module" src="/taking-over.js"></script>`;
  const html = `<!doctype html><html lang="nl"><title>Host</title><body>${body}</body></html>`;
  return { ...(await visit(html, policy(oneLit) + styles, promise)), release };
}

async function visit(
  html: string,
  contentSecurityPolicy: string,
  scriptsMayCome: Promise<void> = Promise.resolve(),
): Promise<StrictPage> {
  const origin = await serve(html, contentSecurityPolicy, scriptsMayCome);
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
  await answerFor(register, page);
  await page.goto(origin, { waitUntil: 'commit' });
  return { page, faults };
}

/** Serves a page and the scripts under the policy. */
async function serve(
  html: string,
  contentSecurityPolicy: string,
  scriptsMayCome: Promise<void>,
): Promise<string> {
  const server = createServer(async (request, response) => {
    const script = scripts.get(request.url ?? '');
    if (script !== undefined) {
      await scriptsMayCome;
      response.setHeader('Content-Type', 'text/javascript').end(script);
      return;
    }
    response
      .setHeader('Content-Type', 'text/html')
      .setHeader('Content-Security-Policy', contentSecurityPolicy)
      .end(html);
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

/** A file that is chosen before is not noticed: nobody can, since the button does nothing yet. */
async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => customElements.get('diploma-verify') !== undefined);
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

test('what a server drew is styled by a nonce, and taken over with the focus and what was typed', async () => {
  const { page, faults, release } = await openDrawn("'nonce-bm9uY2U='", 'bm9uY2U=');
  await expectStyled(page, 'diploma-verify .way');
  const { code, pin } = register.shares.active;
  const field = page.getByLabel('Share code');
  await field.fill(code.slice(0, 5));
  const drawn = await field.elementHandle();
  release();
  await takenOver(page);
  expect(await drawn?.evaluate((input) => input.matches(':focus') && input.isConnected)).toBe(true);
  await page.keyboard.type(code.slice(5));
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /genuine/ }).waitFor();
  await expectStyled(page, 'diploma-verify .banner');
  const sent = await page
    .locator('body > form')
    .evaluate((form) => (form instanceof HTMLFormElement ? [...new FormData(form)] : []));
  expect(sent).toEqual([
    ['diploma-code', code],
    ['diploma-pin', pin],
  ]);
  expect(faults).toEqual([]);
  await expectStrict(page);
});

test('what a server drew is styled by the hash of its styles', async () => {
  const { page, faults, release } = await openDrawn(styleSource('diploma-verify'));
  await expectStyled(page, 'diploma-verify .way');
  release();
  await takenOver(page);
  await expectVerdict(page);
  expect(faults).toEqual([]);
});

test('what a server drew without either has no styles until it is taken over', async () => {
  const { page, faults, release } = await openDrawn(undefined);
  await page.locator('diploma-verify .way').first().waitFor();
  // The page tells of it by itself, when it comes to that.
  await expect.poll(() => faults).toEqual(['style-src-elem inline']);
  release();
  await takenOver(page);
  await expectVerdict(page);
  expect(faults).toHaveLength(1);
});
