// The list on a page of which a part does not come: what is opened says so, and comes later.
import { createMockRegister } from '@diplomaregister/mocks';
import { chromium } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { chromiumArguments, findChromium } from '../../../scripts/chromium.ts';
import { bundle } from './bundle.ts';

const host = 'https://host.example/';

test('what is opened is there at once, says when its code cannot come, and can be tried again', async () => {
  const register = await createMockRegister();
  const { files } = await bundle('src/define/diploma-list.ts', { splitting: true });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  let broken = true;
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = request.url();
    if (url.startsWith(register.url)) {
      const answer = await register.fetch(url, { headers: request.headers() });
      const body = Buffer.from(await answer.arrayBuffer());
      const headers = Object.fromEntries(answer.headers);
      return route.fulfill({ status: answer.status, headers, body });
    }
    if (url === host) {
      const body = `<!doctype html><html lang="en"><title>Host</title>
        <diploma-list register="${register.url}"></diploma-list>
        <script type="module" src="/bundled/diploma-list.js"></script></html>`;
      return route.fulfill({ contentType: 'text/html', body });
    }
    if (broken && url.includes('/panels')) return route.abort();
    const body = files.get(url.slice(host.length)) ?? '';
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(host);
  await page.locator('diploma-list').evaluate((element, accessToken) => {
    Object.assign(element, { accessToken });
  }, register.tokens.holder);

  await page.getByRole('button', { name: 'Who looked?' }).press('Enter');
  const title = page.getByRole('heading', { name: 'Who looked?' });
  await title.waitFor();
  const focused = () => title.evaluate((element) => element.matches(':focus'));
  expect(await focused()).toBe(true);
  await page.getByRole('alert').getByText('This part could not be loaded').waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByText('Ziekenhuis De Linde').waitFor();
  expect(await focused()).toBe(true);
});
