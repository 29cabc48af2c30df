import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumArguments, findChromium } from '../../../scripts/chromium.ts';
import type { Ports } from '../../../scripts/stack/ports.ts';
import { type Stack, startStack } from '../../../scripts/stack/stack.ts';
import { BrowsingRecord } from './browsing-record.ts';

/** Everything that runs for a test file: register, sign-in, site and a browser. */
export interface Demo extends Stack {
  readonly ports: Ports;
  readonly dataFolder: string;
  readonly browser: Browser;
  /** A page in a browser window that has seen nothing before. */
  openPage(options?: PageOptions): Promise<DemoPage>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
}

export interface DemoPage extends Page {
  /** What the page asked for, and what its console said. */
  readonly record: BrowsingRecord;
}

/** Starts everything on free ports and an empty data folder. */
export async function startDemo(): Promise<Demo> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'diplomaregister-demo-'));
  const ports = await freePorts();
  const stack = await startStack({ ports, dataFolder });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: chromiumArguments,
  });
  const contexts: BrowserContext[] = [];
  return {
    ...stack,
    ports,
    dataFolder,
    browser,
    async openPage({ width = 1280, height = 900 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        baseURL: stack.addresses.demo,
        locale: 'nl-NL',
        acceptDownloads: true,
      });
      context.setDefaultTimeout(15_000);
      contexts.push(context);
      const page = await context.newPage();
      return Object.assign(page, { record: new BrowsingRecord(page) });
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await stack.stop();
      await rm(dataFolder, { recursive: true });
    },
  };
}

/**
 * Three ports that were free just now, of those that are this worker's own: other files run at the same
 * time, and the system gives none of them to a connection.
 */
export async function freePorts(): Promise<Ports> {
  const first = 20_000 + Number(process.env['VITEST_POOL_ID']) * 500;
  const ports: number[] = [];
  for (let port = first + randomInt(400); ports.length < 3; port++) {
    if (await isFree(port)) ports.push(port);
  }
  const [demo = 0, register = 0, identity = 0] = ports;
  return { demo, register, identity };
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
