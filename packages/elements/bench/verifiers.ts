// `pnpm bench:elements CERTIFICATE`: <diploma-verify> beside the published verifier of Blockcerts, in
// one run of Chromium: bytes, from script to usable, and from file to verdict.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { launchChromium } from '../../../scripts/chromium.ts';
import { blockcertsPage, ownPage, type VerifierPage } from './pages.ts';

const rounds = 15;
const blockcertsVersion = '1.56.0';

/** One visit, in milliseconds. */
interface Visit {
  /** From where the script begins to load, until a file can be given. */
  readonly usable: number;
  /** From the file until its verdict is in the page. */
  readonly verdict: number;
  /** So many requests went to other hosts: each goes through the driver of the browser. */
  readonly asked: number;
}

/** Looks through all open shadow roots; runs in the page. */
const watching = `
  const find = (root, fits) => {
    for (const element of root.querySelectorAll('*')) {
      if (fits(element)) return element;
      const found = element.shadowRoot && find(element.shadowRoot, fits);
      if (found) return found;
    }
  };
  const appear = (fits) => new Promise((resolve) => {
    const look = () => {
      const found = find(document, fits);
      if (found) resolve(found);
      else setTimeout(look, 1);
    };
    look();
  });
  const own = (element) => [...element.childNodes].map((node) => node.nodeType === 3 ? node.data : '').join('');
  const begin = performance.now();
  globalThis.usable = appear((element) => element.matches('input[type=file]')).then((input) => {
    globalThis.given = new Promise((resolve) => {
      input.addEventListener('change', () => resolve(performance.now()), { capture: true });
    });
    return performance.now() - begin;
  });
  globalThis.verdict = async (good) => {
    const from = await given;
    await appear((element) => !element.matches('style') && new RegExp(good).test(own(element)));
    return performance.now() - from;
  };`;

async function visit(browser: Browser, subject: VerifierPage): Promise<Visit> {
  const script = gzipSync(subject.script, { level: 9 });
  const server = createServer((request, response) => {
    if (request.url === '/verifier.js') {
      response.writeHead(200, {
        'content-type': 'text/javascript; charset=utf-8',
        'content-encoding': 'gzip',
      });
      response.end(script);
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // The verifier of Blockcerts asks for `process`, as its demo pages say.
    response.end(`<!doctype html><html lang="en"><title>Bench</title>${subject.markup}
      <script>globalThis.process = { env: { NODE_ENV: 'production' } };${watching}</script>
      <script type="module" src="/verifier.js"></script></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  let asked = 0;
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await page.route(
    (url) => !url.href.startsWith(origin),
    async (route) => {
      asked += 1;
      const answer = await subject.answer(route.request().url());
      await route.fulfill({
        status: answer.status,
        headers: { ...Object.fromEntries(answer.headers), 'access-control-allow-origin': '*' },
        body: Buffer.from(await answer.arrayBuffer()),
      });
    },
  );
  try {
    await page.goto(origin);
    const usable = await page.evaluate<number>('usable');
    const verdict = page.evaluate<number>(`verdict(${JSON.stringify(subject.good.source)})`);
    await page.locator('input[type=file]').first().setInputFiles(subject.file);
    return { usable, verdict: await verdict, asked };
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const [certificateFile] = process.argv.slice(2);
if (certificateFile === undefined) {
  console.error(
    'Give a certificate of Blockcerts 2.0 on its mock chain: test/fixtures/v2/mocknet-valid-2.0.json of github.com/blockchain-certificates/blockcerts-verifier',
  );
  process.exit(2);
}
const subjects = [await ownPage(), blockcertsPage(blockcertsVersion, certificateFile)];
const browser = await launchChromium();
const visits = new Map(subjects.map((subject) => [subject, [] as Visit[]]));
for (let round = 0; round <= rounds; round += 1) {
  for (const [subject, all] of visits) {
    const measured = await visit(browser, subject);
    // The first round warms the browser up.
    if (round > 0) all.push(measured);
  }
}
await browser.close();
const print = (line: string) => process.stdout.write(`${line}\n`);
/** What was measured of each, ours first. */
const figures: { readonly [What in 'gzip' | 'usable' | 'verdict']: number }[] = [];
print('| | gzip | from script to usable | from file to verdict | asked of other hosts |');
print('|---|---|---|---|---|');
for (const [{ name, script }, all] of visits) {
  const gzip = gzipSync(script, { level: 9 }).length;
  const usable = median(all.map((each) => each.usable));
  const verdict = median(all.map((each) => each.verdict));
  const asked = median(all.map((each) => each.asked));
  figures.push({ gzip, usable, verdict });
  const times = `${usable.toFixed(0)} ms | ${verdict.toFixed(0)} ms`;
  print(`| ${name} | ${(gzip / 1000).toFixed(1)} kB | ${times} | ${asked} |`);
}
const [own, blockcerts] = figures;
if (!own || !blockcerts) throw new Error('One of the two was not measured');
const ratios = {
  gzip: own.gzip / blockcerts.gzip,
  usable: own.usable / blockcerts.usable,
  verdict: own.verdict / blockcerts.verdict,
};
print(JSON.stringify({ own, blockcerts, ratios }));
