import { afterAll, beforeAll, expect, it } from 'vitest';
import { withdraw } from './back-office.ts';
import { checkPin } from './checker.ts';
import { type Demo, type DemoPage, visitDemo } from './demo.ts';
import { type SeenShare, shareDiploma, signIn } from './holder.ts';

let demo: Demo;
let holder: DemoPage;
let share: SeenShare;

beforeAll(async () => {
  demo = await visitDemo();
  holder = await demo.openPage();
  await signIn(holder, 'zoe');
  share = await shareDiploma(holder, {
    title: 'Cultuur en Maatschappij',
    receiver: 'Theater De Lantaarn',
  });
});
afterAll(() => demo.close());

/** Somebody who got the link, in a browser that has seen nothing before. */
async function stranger(): Promise<DemoPage> {
  const page = await demo.openPage();
  await page.goto(share.link);
  await page.getByLabel('Deelcode').waitFor();
  return page;
}

it('gives a link with the code in its fragment, and a PIN of six digits', () => {
  const link = new URL(share.link);
  expect(link.origin + link.pathname).toBe(`${demo.addresses.demo}/check`);
  expect(link.search).toBe('');
  expect(share.pin).toMatch(/^\d{6}$/);
});

it('lets a stranger with both see the diploma as it is now', async () => {
  const page = await stranger();
  expect(await checkPin(page, share.pin)).toBe('Dit diploma is echt');
  const verdict = page.locator('diploma-verify');
  await verdict.getByText('Zoë Çelik-D’Hondt').first().waitFor();
  await verdict.getByText('Zuiderlicht Lyceum').first().waitFor();
  await verdict.getByText('Theater De Lantaarn').first().waitFor({ state: 'attached' });
  expect(await verdict.getByRole('table').count()).toBe(0);
});

it('takes the code out of the address, and sends it to no server but in a body', async () => {
  const page = await stranger();
  const code = new URL(share.link).hash.slice(1);
  expect(page.url()).not.toContain(code);
  expect(await page.getByLabel('Deelcode').inputValue()).toBe(code);
  await checkPin(page, share.pin);
  for (const { url } of page.record.requests) {
    expect(new URL(url).pathname + new URL(url).search).not.toContain(code);
  }
  expect(page.record.complaints).toEqual([]);
});

it('takes the code of another link in the same tab, and forgets what was typed for the first', async () => {
  const page = await stranger();
  await page.getByLabel('Pincode').fill('123456');
  const other = '8PNB-BR77-9QYQ-B09Z-JQFT';
  await page.goto(`/check#${other}`);
  await expect.poll(() => page.getByLabel('Deelcode').inputValue()).toBe(other);
  expect(await page.getByLabel('Pincode').inputValue()).toBe('');
  expect(page.url()).not.toContain(other);
});

it('takes the code along to the other language', async () => {
  const page = await stranger();
  const code = await page.getByLabel('Deelcode').inputValue();
  await page.getByRole('link', { name: 'English' }).click();
  await expect.poll(() => page.getByLabel('Share code').inputValue()).toBe(code);
  expect(page.url()).toBe(`${demo.addresses.demo}/en/check/`);
});

it('takes neither the link to the content nor a code that was damaged for something else', async () => {
  const page = await stranger();
  const code = await page.getByLabel('Deelcode').inputValue();
  await page.getByRole('link', { name: 'Ga naar de inhoud' }).press('Enter');
  await page.waitForURL('**/check#content');
  expect(await page.getByLabel('Deelcode').inputValue()).toBe(code);
  await page.goto('/check#%E0%A4%A');
  await expect.poll(() => page.getByLabel('Deelcode').inputValue()).toBe('%E0%A4%A');
  expect(page.record.complaints).toEqual([]);
});

it('tells a wrong PIN apart, and lets it be corrected', async () => {
  const page = await stranger();
  const wrong = share.pin === '000000' ? '000001' : '000000';
  expect(await checkPin(page, wrong)).toBe('De pincode klopt niet');
  expect(await page.getByText('Çelik').count()).toBe(0);
});

it('shows its holder how often it was opened', async () => {
  await holder.reload();
  const line = holder.getByRole('listitem').filter({ hasText: 'Theater De Lantaarn' });
  await line.getByText('2 keer bekeken').waitFor();
});

it('says that the diploma was withdrawn when the school did so', async () => {
  const school = await demo.openPage();
  const name = 'Zoë Çelik-D’Hondt';
  await withdraw(school, { institution: '98BB', name, programme: 'Cultuur en Maatschappij' });
  const page = await stranger();
  expect(await checkPin(page, share.pin)).toBe('Er is een diploma ingetrokken');
});

it('says that it is not shared any more after its holder withdrew it', async () => {
  await holder.reload();
  const line = holder.getByRole('listitem').filter({ hasText: 'Theater De Lantaarn' });
  await line.getByRole('button', { name: /Trek de link in/ }).click();
  await line.getByRole('button', { name: 'Ja, trek de link in' }).click();
  await holder.getByText('De link is ingetrokken.').waitFor({ state: 'attached' });
  const page = await stranger();
  expect(await checkPin(page, share.pin)).toBe('De houder deelt dit niet meer');
});

it('says nothing about a share to who has a wrong PIN', async () => {
  const page = await stranger();
  const wrong = share.pin === '000000' ? '000001' : '000000';
  expect(await checkPin(page, wrong)).toBe('De pincode klopt niet');
});
