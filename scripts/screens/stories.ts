import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright';
import { openWindow, settle } from './window.ts';

interface StoryScreen {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly story: string;
  readonly width: number;
  readonly language?: 'nl' | 'en';
}

const screens: readonly StoryScreen[] = [
  { name: 'access-records', story: 'diploma-list-panels--access-records', width: 800 },
  { name: 'list', story: 'diploma-list--several', width: 800 },
  { name: 'report', story: 'diploma-list-panels--report-missing', width: 390 },
  { name: 'share-made', story: 'diploma-list--shared', width: 900 },
  { name: 'verify-altered', story: 'diploma-verify--altered-dark', width: 768 },
  {
    name: 'verify-form',
    story: 'diploma-verify--in-form-genuine',
    width: 360,
    language: 'en',
  },
  { name: 'verify-genuine', story: 'diploma-verify--genuine-three', width: 768 },
  { name: 'verify-idle', story: 'diploma-verify--idle', width: 1100 },
  { name: 'verify-inconclusive', story: 'diploma-verify--inconclusive', width: 768 },
  {
    name: 'verify-three-standings',
    story: 'diploma-verify--three-standings',
    width: 768,
    language: 'en',
  },
];

const site = 'https://storybook.example';
const files = fileURLToPath(new URL('../../apps/storybook/storybook-static', import.meta.url));

/** The time in the stories: a day on which one of the example shares still opens. */
const now = new Date('2026-11-26T12:00:00Z');

/** Takes the stories as they were built, each as it is when it has played out. */
export async function takeStories(browser: Browser, folder: string): Promise<void> {
  for (const screen of screens) {
    const context = await openWindow(browser, screen.width);
    await take(context, screen, join(folder, `${screen.name}.png`));
    await context.close();
  }
}

async function take(context: BrowserContext, screen: StoryScreen, path: string): Promise<void> {
  const { story, language } = screen;
  await context.route(`${site}/**`, (route) =>
    route.fulfill({ path: join(files, new URL(route.request().url()).pathname) }),
  );
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await page.addInitScript(drawTheSameLots);
  const globals = language ? `&globals=language:${language}` : '';
  await page.goto(`${site}/iframe.html?viewMode=story&id=${story}${globals}`);
  const ended = await page.waitForFunction(() => {
    const { currentRender } = Reflect.get(globalThis, '__STORYBOOK_PREVIEW__') ?? {};
    const phase = String(currentRender?.phase);
    return /^(completed|afterEach|finished|errored)$/.test(phase) && phase;
  });
  if ((await ended.jsonValue()) === 'errored') throw new Error(`The story ${story} failed`);
  await settle(page);
  await page.locator('.page').screenshot({ path, animations: 'disabled' });
}

/** Runs in the page: codes and PINs of its register are the same each time. */
function drawTheSameLots(): void {
  let state = 1;
  Crypto.prototype.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    if (!array) return array;
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (const index of bytes.keys()) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[index] = state >>> 24;
    }
    return array;
  };
}
