import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFile, giveFile, verdictTitle } from './checker.ts';
import { type Demo, type DemoPage, visitDemo } from './demo.ts';
import { downloadExtract, signIn } from './holder.ts';

let demo: Demo;
let folder: string;
let extract: Buffer;
let employer: DemoPage;

beforeAll(async () => {
  demo = await visitDemo();
  folder = await mkdtemp(join(tmpdir(), 'employer-'));
  const holder = await demo.openPage();
  await signIn(holder, 'noor');
  extract = await downloadExtract(holder, { title: 'Natuur en Techniek' });
  employer = await demo.openPage();
  await employer.goto('/employer/');
});
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true });
});

describe('an employer', () => {
  it('sees that an extract is genuine, for whom and what, and why', async () => {
    expect(await checkFile(employer, extract)).toBe('Dit uittreksel is echt');
    const verdict = employer.locator('diploma-verify');
    for (const words of [
      'Noor Elisabeth van der Zande',
      '14 maart 2004',
      'Natuur en Techniek',
      'Merelveld College',
      'Voorbeeld, geen waarde',
      'Vergelijk naam en geboortedatum met een identiteitsbewijs',
    ]) {
      await verdict.getByText(words).first().waitFor();
    }
    for (const check of [
      'Verzegeld door het Diplomaregister',
      'Daarna niets veranderd',
      'Het zegel wordt vertrouwd',
      'De gegevens gelden nog',
    ]) {
      const line = verdict.getByRole('listitem').filter({ hasText: check });
      await line.getByText('Klopt', { exact: true }).waitFor();
    }
    await employer.getByText('diploma-verdict: genuine').waitFor();
  });

  it('never trusts a file of which one byte was changed', async () => {
    const { length } = extract;
    const signature = extract.indexOf('/Contents <') + 400;
    const places = [6, 1_000, length >> 2, length >> 1, signature, length - 200, length - 3];
    for (const place of places) {
      const changed = Buffer.from(extract);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      const title = await checkFile(employer, changed);
      expect(['Dit uittreksel is veranderd', 'Dit is geen uittreksel']).toContain(title);
      expect(await employer.locator('diploma-verify').getByText('Zande').count()).toBe(0);
    }
    const longer = Buffer.concat([extract, Buffer.from('\n% one more line\n')]);
    expect(await checkFile(employer, longer)).toBe('Dit uittreksel is veranderd');
  });

  it('is told that another PDF, such as a print of an extract, is not an extract', async () => {
    const original = join(folder, 'original.pdf');
    const print = join(folder, 'print.pdf');
    await writeFile(original, extract);
    execFileSync('pdftocairo', ['-pdf', original, print]);
    expect(await checkFile(employer, await readFile(print))).toBe('Dit is geen uittreksel');
  });

  it('checks again when the extract of the second page is dropped', async () => {
    const page = await demo.openPage();
    await page.goto('/en/employer/');
    await giveFile(page, { name: 'extract.pdf', bytes: extract });
    expect(await verdictTitle(page)).toBe('This extract is genuine');
  });

  it('sends the file nowhere: only public lists are fetched, from the register alone', async () => {
    const { requests } = employer.record;
    expect(requests.map(({ method }) => method)).toEqual(requests.map(() => 'GET'));
    expect(requests.filter(({ bodySize }) => bodySize > 0)).toEqual([]);
    expect([...employer.record.origins()].sort()).toEqual(
      [demo.addresses.demo, demo.addresses.register].sort(),
    );
    const asked = requests
      .filter(({ url }) => url.startsWith(demo.addresses.register))
      .map(({ url }) => new URL(url));
    expect(asked.length).toBeGreaterThan(0);
    for (const { pathname, search } of asked) {
      expect(pathname).toMatch(/^\/v1\/(trust-anchors|revocation-lists\/\w+|status-lists\/\d+)$/);
      expect(search).toBe('');
    }
    expect(employer.record.complaints).toEqual([]);
  });
});

describe('what is not a file to check', () => {
  it.each([
    ['a file of 0 bytes', 'leeg.pdf', Buffer.alloc(0), 'Dit bestand is leeg'],
    ['a picture', 'diploma.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'geen pdf-bestand'],
  ])('%s gets a clear answer', async (_what, name, bytes, words) => {
    const page = await demo.openPage();
    await page.goto('/employer/');
    await giveFile(page, { name, bytes });
    await page.getByText(words).waitFor();
    expect(await page.locator('.verdict-title').count()).toBe(0);
  });

  it('a file of 50 MB gets a clear answer', async () => {
    const large = join(folder, 'large.pdf');
    await writeFile(large, '%PDF-1.7\n');
    await truncate(large, 50_000_000);
    const page = await demo.openPage();
    await page.goto('/employer/');
    await page.locator('diploma-verify input[type=file]').setInputFiles(large);
    await page.getByText('Dit bestand is groter dan 16 MB').waitFor();
  });
});
