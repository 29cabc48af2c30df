import type { Browser, BrowserContext, Page } from 'playwright';

/** A window that looks the same on every machine that has the same fonts. */
export function openWindow(
  browser: Browser,
  width: number,
  baseURL?: string,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 900 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    ...(baseURL && { baseURL }),
  });
}

/** Lets the fonts come, and takes the focus away: its ring is no part of the picture. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    let { activeElement } = document;
    while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
    if (activeElement instanceof HTMLElement) activeElement.blur();
  });
}
