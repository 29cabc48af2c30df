import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, colourFaults, overflow } from './accessibility.ts';
import { checkFile, giveFile, verdictTitle } from './checker.ts';
import { type Demo, type DemoPage, startDemo } from './demo.ts';
import { diploma, downloadExtract, signIn } from './holder.ts';

/** A folder for pictures of every page; nothing is taken when it is not given. */
const screens = process.env['DEMO_SCREENS'];

let demo: Demo;
let extract: Buffer;

beforeAll(async () => {
  demo = await startDemo();
  const holder = await demo.openPage();
  await signIn(holder, 'noor');
  extract = await downloadExtract(holder, { title: 'Natuur en Techniek' });
  if (screens !== undefined) await mkdir(screens, { recursive: true });
});
afterAll(() => demo.close());

type Language = 'nl' | 'en';

interface View {
  readonly name: string;
  open(page: DemoPage, prefix: string, language: Language): Promise<unknown>;
}

const settled = (page: DemoPage) => page.waitForLoadState('networkidle');

const views: readonly View[] = [
  { name: 'front', open: (page, prefix) => page.goto(`${prefix}/`) },
  { name: 'portal', open: (page, prefix) => page.goto(`${prefix}/portal/`) },
  {
    name: 'sign-in',
    async open(page, prefix) {
      await page.goto(`${prefix}/portal/`);
      await page.locator('#sign-in').click();
      await page.locator('#bsn').fill('123456789');
      await page.locator('button[type=submit]:not([name])').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'diplomas',
    async open(page, _prefix, language) {
      await signIn(page, 'lies', language);
      const title = language === 'nl' ? 'Natuur en Gezondheid' : 'Science and Health';
      await diploma(page, title).getByRole('button').last().click();
      await page.getByRole('table').waitFor();
    },
  },
  { name: 'employer', open: (page, prefix) => page.goto(`${prefix}/employer/`) },
  {
    name: 'verdict',
    async open(page, prefix) {
      await page.goto(`${prefix}/employer/`);
      await giveFile(page, { name: 'extract.pdf', bytes: extract });
      await verdictTitle(page);
    },
  },
  { name: 'check', open: (page, prefix) => page.goto(`${prefix}/check/`) },
  { name: 'schools', open: (page, prefix) => page.goto(`${prefix}/school/`) },
  {
    name: 'school',
    async open(page, prefix) {
      await page.goto(`${prefix}/school/98BB/`);
      await page.locator('summary').first().click();
    },
  },
];

describe.each(views)('$name', ({ name, open }) => {
  it.each<Language>(['nl', 'en'])('is accessible and fits every window in %s', async (language) => {
    const page = await demo.openPage();
    await open(page, language === 'nl' ? '' : '/en', language);
    await settled(page);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await accessibilityFaults(page)).toEqual([]);
    // Colours do not depend on the language.
    if (language === 'nl') {
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await colourFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toBe(0);
      if (screens === undefined || width === 320) continue;
      const path = join(screens, `${name}-${language}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    expect(page.record.complaints).toEqual([]);
  });
});

it('no page asks anything of another origin', async () => {
  const page = await demo.openPage();
  for (const path of ['/', '/portal/', '/employer/', '/check/', '/school/', '/school/98AA/']) {
    await page.goto(path);
    await settled(page);
  }
  const { demo: site, register } = demo.addresses;
  expect([...page.record.origins()].sort()).toEqual([site, register].sort());
});

it('the front page counts diplomas and extracts, live', async () => {
  const page = await demo.openPage();
  await page.goto('/');
  const diplomas = page.locator('[data-statistic=diplomas]');
  const extracts = page.locator('[data-statistic=extracts]');
  await expect.poll(() => diplomas.textContent()).toBe('19');
  const before = Number(await extracts.textContent());
  expect(before).toBeGreaterThan(0);

  const holder = await demo.openPage();
  await signIn(holder, 'zoe');
  const another = await downloadExtract(holder, { title: 'Cultuur en Maatschappij' });
  await holder.goto('/employer/');
  expect(await checkFile(holder, another)).toBe('Dit uittreksel is echt');

  // The register lets its counts be kept for five seconds.
  const countAgain = async () => {
    await page.reload();
    await settled(page);
    return extracts.textContent();
  };
  await expect.poll(countAgain, { timeout: 15_000 }).toBe(String(before + 1));
});
