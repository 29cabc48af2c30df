import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';

/** Signs in at the portal as one of the cast, and waits for the list. */
export async function signIn(page: Page, id: string, language: 'nl' | 'en' = 'nl') {
  await page.goto(language === 'nl' ? '/portal/' : '/en/portal/');
  await signInFrom(page, id, language);
}

/** The same on the portal's page, where somebody may be signed in already. */
export async function signInFrom(page: Page, id: string, language: 'nl' | 'en' = 'nl') {
  await page.getByRole('button', { name: language === 'nl' ? 'Inloggen' : 'Sign in' }).click();
  await page.locator(`input[name=account][value=${id}]`).check();
  await page.locator('button[type=submit]:not([name])').click();
  await page.waitForURL(/\/portal\/$/);
  await page.locator('#sign-out').waitFor();
}

/** The diploma of the list with these words in its title. */
export function diploma(page: Page, title: string): Locator {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) });
}

export interface DownloadOptions {
  /** The title of the diploma that it is about. */
  readonly title: string;
  readonly language?: 'Nederlands' | 'Engels';
  /** How many of the holder's other diplomas go along. */
  readonly others?: number;
}

/** Downloads a sealed extract, as the holder does, and gives its bytes. */
export async function downloadExtract(page: Page, options: DownloadOptions): Promise<Buffer> {
  const { title, language = 'Nederlands', others = 0 } = options;
  await diploma(page, title).getByRole('button', { name: 'Download' }).click();
  if (others > 0) {
    await page.getByText('Kies er meer diploma’s bij').click();
    const boxes = page.locator('details input[name=diploma]');
    for (let index = 0; index < others; index += 1) await boxes.nth(index).check();
  }
  await page.getByRole('radio', { name: language }).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download pdf' }).click();
  const download = await downloading;
  await page.getByRole('heading', { name: 'Uw uittreksel is klaar' }).waitFor();
  await page.getByRole('button', { name: 'Klaar' }).click();
  return readFile(await download.path());
}

/** A share, as its holder sees it once. */
export interface SeenShare {
  readonly link: string;
  readonly pin: string;
}

/** Shares a diploma with a named receiver until the day that is proposed. */
export async function shareDiploma(
  page: Page,
  { title, receiver }: { readonly title: string; readonly receiver: string },
): Promise<SeenShare> {
  await diploma(page, title).getByRole('button', { name: 'Deel' }).click();
  await page.getByLabel('Voor wie is het?').fill(receiver);
  await page.getByRole('button', { name: 'Maak de link' }).click();
  await page.getByRole('heading', { name: 'Uw link is klaar' }).waitFor();
  const link = (await page.locator('.link').textContent()) ?? '';
  const pin = (await page.locator('.pin [aria-hidden]').textContent()) ?? '';
  await page.getByRole('button', { name: 'Klaar' }).click();
  return { link: link.trim(), pin: pin.trim() };
}
