// A site of Next with the packages in it: built, served, and opened in a browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { browse } from './browse.ts';
import { type Check, expected, output } from './check.ts';

export const next: Check = {
  name: 'Next: verifies on the server, streams the page, and the browser takes it over',
  async run(project) {
    const site = join(project, 'next');
    const command = join(project, 'node_modules/next/dist/bin/next');
    process.env['NEXT_TELEMETRY_DISABLED'] = '1';
    output('node', [command, 'build'], site);
    const words = [command, 'start', '--port', '0', '--hostname', '127.0.0.1'];
    const server = spawn(process.execPath, words, {
      cwd: site,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const address = await readAddress(server.stdout);
      await expectStream(address);
      await expectPage(address);
    } finally {
      server.kill();
    }
  },
};

async function readAddress(printed: Readable): Promise<string> {
  for await (const line of createInterface(printed)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('Next did not start');
}

/** The element comes first, and what the server verifies when it is known. */
async function expectStream(address: string): Promise<void> {
  let html = '';
  let first: string | undefined;
  const { body } = await fetch(address);
  for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    html += piece;
    first ??= piece;
  }
  const isEarly = first?.includes('<diploma-verify register=') && !first.includes(expected);
  if (!isEarly || !html.includes(expected)) throw new Error(`The server sent: ${html}`);
}

/** The page is taken over: React hears what the element says. */
function expectPage(address: string): Promise<void> {
  return browse(address, async (page) => {
    await page.getByText(expected).waitFor();
    await page.getByText('in use').waitFor();
    await page.evaluate("document.querySelector('diploma-verify').verify(new Blob(['a photo']))");
    await page.getByText('not-an-extract').waitFor();
  });
}
