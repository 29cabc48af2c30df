// Packs the public packages, installs them by npm in an empty project, and runs them there: as a
// developer would have them. It fetches bundlers and runtimes. The packages must be built.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longChecks, quickChecks, runChecks } from './install/checks.ts';
import { createProject, install, packAll } from './install/installation.ts';

const folder = mkdtempSync(join(tmpdir(), 'diplomaregister-install-'));
try {
  const tarballs = packAll(folder);
  const project = join(folder, 'project');
  createProject(project);
  install(tarballs, project, [
    ...['webpack@5.112.2', 'next@16.4.6', 'react@19.3.1', 'react-dom@19.3.1', '@types/node@20'],
    ...['typescript-oldest@npm:typescript@5.7.3', 'typescript-of-mocks@npm:typescript@5.9.3'],
  ]);
  if (!(await runChecks([...quickChecks, ...longChecks], project))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
