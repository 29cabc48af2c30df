import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Statistics } from '@diplomaregister/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceName } from '../../../scripts/stack/stack.ts';
import { accessibilityFaults, colourFaults, overflow } from './accessibility.ts';
import { checkFile, giveFile, verdictTitle } from './checker.ts';
import { type Demo, type DemoPage, visitDemo } from './demo.ts';
import { diploma, downloadExtract, signIn } from './holder.ts';

/** A folder for pictures of every page; nothing is taken when it is not given. */
const screens = process.env['DEMO_SCREENS'];

let demo: Demo;
let extract: Buffer;

beforeAll(async () => {
  demo = await visitDemo();
  const holder = await demo.openPage();
  await signIn(holder, 'noor');
  extract = await downloadExtract(holder, { title: 'Natuur en Techniek' });
  if (screens !== undefined) await mkdir(screens, { recursive: true });
});
afterAll(() => demo.close());

type Language = 'nl' | 'en';

interface View {
  readonly name: string;
  /** What is done once, before it is opened in each language. */
  begin?(page: DemoPage): Promise<unknown>;
  open(page: DemoPage, prefix: string, language: Language): Promise<unknown>;
  /** The services that the browser asks, and no other. */
  readonly asks: readonly ServiceName[];
}

const views: readonly View[] = [
  {
    name: 'front',
    open: (page, prefix) => page.goto(`${prefix}/`),
    asks: ['demo', 'register'],
  },
  { name: 'portal', open: (page, prefix) => page.goto(`${prefix}/portal/`), asks: ['demo'] },
  {
    name: 'sign-in',
    async open(page, prefix) {
      await page.goto(`${prefix}/portal/`);
      await page.locator('#sign-in').click();
      await page.locator('#bsn').fill('123456789');
      await page.locator('button[type=submit]:not([name])').click();
      await page.getByRole('alert').waitFor();
    },
    asks: ['demo', 'identity'],
  },
  {
    name: 'diplomas',
    begin: (page) => signIn(page, 'lies'),
    async open(page, prefix, language) {
      await page.goto(`${prefix}/portal/`);
      const title = language === 'nl' ? 'Natuur en Gezondheid' : 'Science and Health';
      await diploma(page, title).getByRole('button').last().click();
      await page.getByRole('table').waitFor();
    },
    asks: ['demo', 'register', 'identity'],
  },
  {
    name: 'employer',
    open: (page, prefix) => page.goto(`${prefix}/employer/`),
    asks: ['demo'],
  },
  {
    name: 'verdict',
    async open(page, prefix) {
      await page.goto(`${prefix}/employer/`);
      await giveFile(page, { name: 'extract.pdf', bytes: extract });
      await verdictTitle(page);
    },
    asks: ['demo', 'register'],
  },
  { name: 'check', open: (page, prefix) => page.goto(`${prefix}/check/`), asks: ['demo'] },
  { name: 'schools', open: (page, prefix) => page.goto(`${prefix}/school/`), asks: ['demo'] },
  {
    name: 'school',
    async open(page, prefix) {
      await page.goto(`${prefix}/school/98BB/`);
      await page.locator('summary').first().click();
    },
    asks: ['demo'],
  },
];

describe.each(views)('$name', ({ name, begin, open, asks }) => {
  let page: DemoPage;
  beforeAll(async () => {
    page = await demo.openPage();
    await begin?.(page);
  });

  it.each<Language>(['nl', 'en'])('is accessible and fits every window in %s', async (language) => {
    await open(page, language === 'nl' ? '' : '/en', language);
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
  });

  it('asks nothing of another origin, and breaks no policy', () => {
    const origins = asks.map((service) => demo.addresses[service]);
    expect([...page.record.origins()].sort()).toEqual(origins.sort());
    expect(page.record.complaints).toEqual([]);
  });
});

async function countDiplomas(): Promise<number> {
  const response = await fetch(`${demo.addresses.register}/v1/statistics`);
  const { diplomas } = (await response.json()) as Statistics;
  return diplomas.total;
}

it('the front page counts diplomas and extracts, live', async () => {
  const page = await demo.openPage();
  await page.goto('/');
  const diplomas = page.locator('[data-statistic=diplomas]');
  const extracts = page.locator('[data-statistic=extracts]');
  await expect.poll(() => diplomas.textContent()).toBe(String(await countDiplomas()));
  const before = Number(await extracts.textContent());
  expect(before).toBeGreaterThan(0);

  const holder = await demo.openPage();
  await signIn(holder, 'noor');
  const another = await downloadExtract(holder, { title: 'Elektrotechniek' });
  await holder.goto('/employer/');
  expect(await checkFile(holder, another)).toBe('Dit uittreksel is echt');

  // The register lets its counts be kept for five seconds.
  const countAgain = async () => {
    await page.reload({ waitUntil: 'networkidle' });
    return extracts.textContent();
  };
  await expect.poll(countAgain, { timeout: 15_000 }).toBe(String(before + 1));
});
