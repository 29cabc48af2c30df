// Each example as it was built, in Chromium: it says what a genuine and what a changed extract is.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { answerFor } from '../../../scripts/answer-for.ts';
import { launchChromium } from '../../../scripts/chromium.ts';

let browser: Browser;
let register: MockRegister;

beforeAll(async () => {
  browser = await launchChromium();
  register = await createMockRegister({ url: 'https://register.example/v1' });
});

afterAll(() => browser.close());

/** Serves an example that was built before. In a process of its own: it resolves modules its own way. */
async function serve(example: string): Promise<string> {
  const root = fileURLToPath(new URL(`../${example}`, import.meta.url));
  const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
  const words = ['preview', '--host', '127.0.0.1', '--port', '0', '--logLevel', 'info'];
  const server = spawn(process.execPath, [vite, ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  });
  onTestFinished(() => {
    server.kill();
  });
  for await (const line of createInterface(server.stdout)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error(`${example} was not served: is it built? pnpm examples`);
}

/** Opens an example with the register behind its `fetch`. */
async function open(example: string) {
  const address = await serve(example);
  const page = await browser.newPage();
  /** What the page's policy kept from it. */
  const refused: string[] = [];
  await page.exposeFunction('refused', (directive: string) => refused.push(directive));
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) => {
    refused(event.effectiveDirective + ' ' + event.blockedURI);
  })`);
  onTestFinished(() => page.close());
  await answerFor(register, page);
  /** What the element drew anew instead of taking it over from the server. */
  const drawnAnew: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('draws anew')) drawnAnew.push(message.text());
  });
  const response = await page.goto(address);
  const policy = response?.headers()['content-security-policy'] ?? '';
  return { page, html: (await response?.text()) ?? '', policy, refused, drawnAnew };
}

async function expectVerdicts(page: Page): Promise<void> {
  const bytes = Buffer.from(await register.extracts.dutch.arrayBuffer());
  const changed = Buffer.from(bytes);
  changed[400] = (changed[400] ?? 0) ^ 1;
  await page.waitForFunction(() => customElements.get('diploma-verify') !== undefined);
  for (const [buffer, outcome] of [
    [bytes, 'genuine'],
    [changed, 'altered'],
  ] as const) {
    const file = { name: 'extract.pdf', mimeType: 'application/pdf', buffer };
    await page.locator('diploma-verify #file').setInputFiles(file);
    await page.getByText(`Outcome: ${outcome}`).waitFor();
    await page.getByRole('button', { name: 'Check another' }).click();
  }
}

test.each(['html', 'react', 'vue'])('%s', async (example) => {
  const { page } = await open(example);
  await expectVerdicts(page);
});

test('sveltekit, drawn on the server and taken over, under a strict policy', async () => {
  const { drawnAnew, html, page, policy, refused } = await open('sveltekit');
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/require-trusted-types-for 'script'/);
  expect(policy).not.toMatch(/unsafe/);
  expect(html).toContain('<template shadowroot="open" shadowrootmode="open">');
  await expectVerdicts(page);
  expect(drawnAnew).toEqual([]);
  // SvelteKit hides by a style attribute what announces that another page was opened.
  expect(refused.filter((what) => what !== 'style-src-attr inline')).toEqual([]);
});
