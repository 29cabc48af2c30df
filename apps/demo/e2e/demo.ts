import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { inject } from 'vitest';
import { launchChromium } from '../../../scripts/chromium.ts';
import type { Ports } from '../../../scripts/stack/ports.ts';
import { type Addresses, type Stack, startStack } from '../../../scripts/stack/stack.ts';
import { BrowsingRecord } from './browsing-record.ts';
import { freePorts } from './free-ports.ts';

/** A demo that runs, and a browser to visit it with. */
export interface Demo {
  readonly addresses: Addresses;
  /** A page in a browser window that has seen nothing before. */
  openPage(options?: PageOptions): Promise<DemoPage>;
  close(): Promise<void>;
}

/** A demo of a test file's own, whose services it may stop. */
export interface OwnDemo extends Demo, Stack {
  readonly ports: Ports;
  readonly dataFolder: string;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
}

export interface DemoPage extends Page {
  /** What the page asked for, and what its console said. */
  readonly record: BrowsingRecord;
}

/**
 * Visits the demo that test files share. Others deliver, withdraw and share on it before and after:
 * each file changes diplomas that no other one looks at.
 */
export function visitDemo(): Promise<Demo> {
  return visit(inject('sharedDemo'));
}

/** Starts everything on free ports, for the first time. */
export async function startDemo(): Promise<OwnDemo> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'diplomaregister-demo-'));
  const ports = await freePorts();
  const stack = await startStack({ ports, dataFolder });
  const demo = await visit(stack.addresses);
  return {
    ...stack,
    ...demo,
    ports,
    dataFolder,
    async close() {
      await demo.close();
      await stack.stop();
      await rm(dataFolder, { recursive: true });
    },
  };
}

async function visit(addresses: Addresses): Promise<Demo> {
  const browser = await launchChromium();
  const contexts: BrowserContext[] = [];
  return {
    addresses,
    async openPage({ width = 1280, height = 900 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        baseURL: addresses.demo,
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
    },
  };
}
