import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Every violation of WCAG 2.2 A and AA and of axe's best practices, with the places. */
export function accessibilityFaults(page: Page): Promise<readonly string[]> {
  return faults(page, {});
}

/** Those that depend on the colours. */
export function colourFaults(page: Page): Promise<readonly string[]> {
  return faults(page, { runOnly: ['color-contrast', 'link-in-text-block'] });
}

async function faults(page: Page, options: RunOptions): Promise<readonly string[]> {
  // To load it takes longer than to judge a page.
  const isLoaded = await page.evaluate(() => 'axe' in globalThis);
  if (!isLoaded) await page.evaluate(await readFile(axeFile, 'utf8'));
  // What the page still loads, it loads meanwhile.
  await page.waitForLoadState('networkidle');
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
