// The elements on a page of which a part does not come: they say so, and it comes later.
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { answerFor } from '../../../scripts/answer-for.ts';
import { launchChromium } from '../../../scripts/chromium.ts';
import { bundle } from './bundle.ts';

const host = 'https://host.example/';

let browser: Browser;
let register: MockRegister;
beforeAll(async () => {
  browser = await launchChromium();
  register = await createMockRegister();
});

afterAll(() => browser.close());

/** Opens a page with an element, of which the files that load later do not come at first. */
async function open(tag: string): Promise<{ readonly page: Page; readonly online: () => void }> {
  const { files } = await bundle(`src/define/${tag}.ts`, { splitting: true });
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  let broken = true;
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === host) {
      const body = `<!doctype html><html lang="en"><title>Host</title>
        <${tag} register="${register.url}"></${tag}>
        <script type="module" src="/bundled/${tag}.js"></script></html>`;
      return route.fulfill({ contentType: 'text/html', body });
    }
    if (broken && /\/(panels|checking)/.test(url)) return route.abort();
    const body = files.get(url.slice(host.length)) ?? '';
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await answerFor(register, page);
  await page.goto(host);
  return {
    page,
    online: () => {
      broken = false;
    },
  };
}

test('what is opened in the list is there at once, says when its code cannot come, and can be tried again', async () => {
  const { page, online } = await open('diploma-list');
  await page.locator('diploma-list').evaluate((element, accessToken) => {
    Object.assign(element, { accessToken });
  }, register.tokens.holder);

  await page.getByRole('button', { name: 'Who looked?' }).press('Enter');
  const title = page.getByRole('heading', { name: 'Who looked?' });
  await title.waitFor();
  const focused = () => title.evaluate((element) => element.matches(':focus'));
  expect(await focused()).toBe(true);
  await page.getByRole('alert').getByText('This part could not be loaded').waitFor();
  online();
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByText('Ziekenhuis De Linde').waitFor();
  expect(await focused()).toBe(true);
});

test('a check of which the code cannot come is open, says so, and can be made later', async () => {
  const { page, online } = await open('diploma-verify');
  const buffer = Buffer.from(await register.extracts.dutch.arrayBuffer());
  const choose = () =>
    page
      .locator('diploma-verify #file')
      .setInputFiles({ name: 'extract.pdf', mimeType: 'application/pdf', buffer });
  // Listens before the file is chosen: a promise in a handle is not waited for.
  const decided = await page.locator('diploma-verify').evaluateHandle((element: HTMLElement) => ({
    outcome: new Promise<string>((resolve) => {
      element.addEventListener('diploma-verdict', ({ verdict }) => resolve(verdict.outcome), {
        once: true,
      });
    }),
  }));
  await choose();
  expect(await decided.evaluate(({ outcome }) => outcome)).toBe('inconclusive');
  const alert = page.getByRole('alert').getByText('We cannot check just now');
  await alert.waitFor();
  online();
  await choose();
  await page.getByRole('heading', { name: 'This extract is genuine' }).waitFor();
});
