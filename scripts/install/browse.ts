import type { Page } from 'playwright';
import { launchChromium } from '../chromium.ts';

/** Opens a page in a browser; fails when the page tells of an error. */
export async function browse(address: string, use: (page: Page) => Promise<void>): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(address);
    await use(page).catch((error) => faults.push(String(error)));
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await browser.close();
  }
}
