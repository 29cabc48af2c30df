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
  await page.evaluate(await readFile(axeFile, 'utf8'));
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
