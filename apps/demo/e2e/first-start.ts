// The first start makes a database and takes ten seconds: it is made once, and each test file begins
// with a copy of what it left.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startStack } from '../../../scripts/stack/stack.ts';
import { freePorts } from './free-ports.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder after the first start, of which nothing runs any more. */
    firstStart: string;
  }
}

export default async function setup(project: TestProject) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'diplomaregister-demo-'));
  const stack = await startStack({ ports: await freePorts(), dataFolder });
  await stack.stop();
  project.provide('firstStart', dataFolder);
  return () => rm(dataFolder, { recursive: true });
}
