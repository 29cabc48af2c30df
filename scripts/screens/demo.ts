import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { checkFile } from '../../apps/demo/e2e/checker.ts';
import { downloadExtract, signIn } from '../../apps/demo/e2e/holder.ts';
import { readPorts } from '../stack/ports.ts';
import { startStack } from '../stack/stack.ts';
import { openWindow, settle } from './window.ts';

/**
 * Takes an extract that a holder of the demo downloads, and what an employer sees of it. Day, number and
 * QR code are new each time: the services have the clock of the machine and real keys.
 */
export async function takeDemo(browser: Browser, folder: string): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'diplomaregister-screens-'));
  // On the ports of `npm start`, since the addresses are in the pictures.
  const stack = await startStack({ ports: readPorts(process.env), dataFolder });
  try {
    const extract = await takeEmployer(browser, stack.addresses.demo, folder);
    const file = join(dataFolder, 'extract.pdf');
    await writeFile(file, extract);
    const picture = join(folder, 'extract.png');
    execFileSync('mutool', ['draw', '-q', '-r', '75', '-o', picture, file, '1']);
  } finally {
    await stack.stop();
    await rm(dataFolder, { recursive: true });
  }
}

async function takeEmployer(browser: Browser, demo: string, folder: string): Promise<Buffer> {
  const context = await openWindow(browser, 1120, demo);
  const page = await context.newPage();
  await signIn(page, 'noor');
  const extract = await downloadExtract(page, { title: 'Elektrotechniek' });
  await page.goto('/employer/');
  await checkFile(page, extract);
  await settle(page);
  const path = join(folder, 'employer-genuine.png');
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  await context.close();
  return extract;
}
