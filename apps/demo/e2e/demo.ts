import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { inject } from 'vitest';
import { chromiumArguments, findChromium } from '../../../scripts/chromium.ts';
import type { Ports } from '../../../scripts/stack/ports.ts';
import { type Stack, startStack } from '../../../scripts/stack/stack.ts';
import { BrowsingRecord } from './browsing-record.ts';
import { freePorts } from './free-ports.ts';

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

/** Starts everything on free ports, with what the first start left. */
export async function startDemo(): Promise<Demo> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'diplomaregister-demo-'));
  await cp(inject('firstStart'), dataFolder, { recursive: true });
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
