// To start a demo takes longer than most tests on it: those that leave its services alone share one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Addresses, startStack } from '../../../scripts/stack/stack.ts';
import { freePorts } from './free-ports.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo is that test files share. */
    sharedDemo: Addresses;
  }
}

export default async function setup(project: TestProject) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'diplomaregister-demo-'));
  const stack = await startStack({ ports: await freePorts(), dataFolder });
  project.provide('sharedDemo', stack.addresses);
  return async () => {
    await stack.stop();
    await rm(dataFolder, { recursive: true });
  };
}
