import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, type DemoPage, visitDemo } from './demo.ts';
import { diploma, downloadExtract, signIn, signInFrom } from './holder.ts';

const run = promisify(execFile);

let demo: Demo;
let folder: string;
beforeAll(async () => {
  demo = await visitDemo();
  folder = await mkdtemp(join(tmpdir(), 'extracts-'));
});
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true });
});

async function signedIn(id: string, language: 'nl' | 'en' = 'nl'): Promise<DemoPage> {
  const page = await demo.openPage();
  await signIn(page, id, language);
  return page;
}

describe('a holder', () => {
  it('signs in, without a code or token in the address', async () => {
    const page = await signedIn('noor');
    expect(page.url()).toBe(`${demo.addresses.demo}/portal/`);
    expect(await page.evaluate(() => history.length)).toBeGreaterThan(1);
    const session = await page.evaluate(() => sessionStorage.getItem('portal.session') ?? '');
    expect(atob(session.slice(16, 60).split('.')[0] ?? '')).toContain('"alg":"ECDH-ES"');
    expect(page.record.complaints).toEqual([]);
  });

  it('stays signed in after a reload and in the other language, and signs out', async () => {
    const page = await signedIn('noor');
    await page.reload();
    await diploma(page, 'Elektrotechniek').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**/en/portal/');
    // By way of the sign-in service, whose session ends too.
    const back = page.waitForEvent('load', {
      predicate: () => page.url().endsWith('/en/portal/'),
    });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await back;
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  it('is signed out after fifteen minutes', async () => {
    const page = await demo.openPage();
    await page.clock.install();
    await signIn(page, 'noor');
    await diploma(page, 'Elektrotechniek').waitFor();
    await page.clock.fastForward('15:01');
    await page.getByText('U was 15 minuten ingelogd. Log opnieuw in.').waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  it('can sign in again when the register does not take the token any more', async () => {
    const page = await signedIn('noor');
    await page.evaluate(() => {
      const session = JSON.parse(sessionStorage.getItem('portal.session') ?? '{}');
      sessionStorage.setItem('portal.session', JSON.stringify({ ...session, accessToken: 'x.y' }));
    });
    await page.reload();
    await page.getByRole('heading', { name: 'U bent niet ingelogd' }).waitFor();
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.getByRole('heading', { name: 'Inloggen' }).waitFor();
  });

  it('comes back with a word of what happened when signing in is cancelled', async () => {
    const page = await demo.openPage();
    await page.goto('/portal/');
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByText('U bent niet ingelogd.').waitFor();
    expect(page.url()).toBe(`${demo.addresses.demo}/portal/`);
  });

  it('sees the diplomas of all sectors', async () => {
    const page = await signedIn('lies');
    for (const sector of [
      'Hoger onderwijs',
      'Middelbaar beroepsonderwijs',
      'Voortgezet onderwijs',
    ]) {
      await page.getByRole('heading', { name: sector }).waitFor();
    }
    expect(await page.getByRole('article').count()).toBe(6);
    await page.getByText('Liesbeth ’t Hooft').first().waitFor();
  });

  it('prints diplomas without buttons, and with the word that a print is no proof', async () => {
    const page = await signedIn('lies');
    const list = page.locator('diploma-list');
    await list.getByRole('article').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await list.getByText('Deze print is geen bewijs.').waitFor();
    expect(await list.getByRole('button').count()).toBe(0);
  });

  it('sees the marks of the vwo', async () => {
    const page = await signedIn('noor');
    await diploma(page, 'Natuur en Techniek').getByRole('button', { name: 'Bekijk' }).click();
    const row = page.getByRole('row', { name: /Wiskunde B/ });
    await expect.poll(() => row.getByRole('cell').allTextContents()).toEqual(['8,3', '7,9', '8']);
    expect(await page.getByRole('row').count()).toBe(11);
    await page.getByRole('cell', { name: 'voldoende' }).waitFor();
  });

  it('sees only the month where the day is not known, and every letter of a name', async () => {
    const page = await signedIn('ibrahim');
    await diploma(page, 'Mbo-Verpleegkundige').getByText('juni 2019').waitFor();
    await page.getByText('İbrahim Şahin-Özgür').first().waitFor();
  });

  it('is told which diplomas are in the register when there are none', async () => {
    const page = await signedIn('jan');
    await page.getByRole('heading', { name: 'Er staan geen diploma’s op uw naam' }).waitFor();
  });

  it('is asked to sign in with an extra check when that was not strong enough', async () => {
    const page = await demo.openPage();
    await page.goto('/portal/');
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.getByText('Hoe sterk is de inlog?').click();
    await page.getByLabel('Zwak (laag)').check();
    await page.locator('button[type=submit]:not([name])').click();
    await page.getByRole('heading', { name: 'Log in met een extra controle' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    await signInFrom(page, 'noor');
    await diploma(page, 'Elektrotechniek').waitFor();
  });
});

describe('an extract', () => {
  it.each([
    ['Nederlands', 'Uittreksel uit het diplomaregister'],
    ['Engels', 'Extract from the diploma register'],
  ] as const)('in %s is a whole, sealed document', async (language, title) => {
    const page = await signedIn('noor');
    const bytes = await downloadExtract(page, { title: 'Natuur en Techniek', language });
    const file = join(folder, `${language}.pdf`);
    await writeFile(file, bytes);

    const { stdout: signature } = await run('pdfsig', ['-nocert', file]);
    expect(signature).toContain('Total document signed');
    expect(signature).toContain('Signature is Valid');
    const { stdout: structure } = await run('qpdf', ['--check', file]);
    expect(structure).toContain('No syntax or stream encoding errors found');
    const { stdout: text } = await run('pdftotext', ['-layout', file, '-']);
    expect(text).toContain(title);
    expect(text).toContain('VOORBEELD, GEEN WAARDE');
    expect(text).toContain('Zande');
    expect(text).not.toContain('999900018');
    expect(page.record.complaints).toEqual([]);
  });
});
