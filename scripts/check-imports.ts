// Holds every package and app to the rules in import-rules.ts.
import { globSync, readFileSync } from 'node:fs';
import { importedModules, importFault, rules } from './import-rules.ts';

function dependenciesIn(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
}

// Vitest is the whole workspace's, so that one version runs all tests.
const shared = ['vitest'];

const faults = Object.entries(rules).flatMap(([folder, rule]) => {
  const dependencies = new Set([...dependenciesIn(folder), ...shared]);
  const files = globSync(`${folder}/{src,server,e2e,stories,scripts}/**/*.ts`);
  return files.flatMap((file) =>
    importedModules(file, readFileSync(file, 'utf8')).flatMap(
      (specifier) => importFault({ folder, rule, dependencies }, file, specifier) ?? [],
    ),
  );
});

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log('Every import follows the rules.');
