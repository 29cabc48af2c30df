// `pnpm screens`: takes every picture in docs/screens anew, of the stories and of the demo.
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.ts';
import { takeDemo } from './screens/demo.ts';
import { takeStories } from './screens/stories.ts';

const folder = fileURLToPath(new URL('../docs/screens', import.meta.url));

function run(command: string, ...words: readonly string[]): void {
  execFileSync(command, words, { stdio: 'inherit' });
}

run('pnpm', '--filter', '@diplomaregister/storybook', 'build');

const browser = await launchChromium();
try {
  await takeStories(browser, folder);
  await takeDemo(browser, folder);
} finally {
  await browser.close();
}

// 256 colours are enough for these, and a picture is a third as large.
run('pngquant', '--force', '--ext=.png', '--strip', '--nofs', ...globSync(`${folder}/*.png`));
