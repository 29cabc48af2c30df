// Who may import whom: only downwards in the picture of docs/architecture.md, only what the
// package.json names, never by a path that leaves the package. That only public entries are used,
// Node's `exports` already sees to.
import { dirname, relative } from 'node:path/posix';
import { parseSync } from 'oxc-parser';

export interface Rule {
  /** Which of our packages the code may import. */
  readonly code: readonly string[];
  /** Which ones its tests may import besides. */
  readonly tests?: readonly string[];
}

/** A folder with a package, what it may import, and the names in its package.json. */
export interface Package {
  readonly folder: string;
  readonly rule: Rule;
  readonly dependencies: ReadonlySet<string>;
}

export const rules: Readonly<Record<string, Rule>> = {
  'packages/contract': { code: [] },
  'packages/seal': { code: [] },
  'packages/sdk': { code: ['contract', 'seal'], tests: ['mocks'] },
  'packages/mocks': { code: ['contract', 'seal'] },
  'packages/elements': { code: ['contract', 'sdk'], tests: ['mocks'] },
  'apps/register': { code: ['contract', 'seal'], tests: ['sdk'] },
  'apps/identity': { code: [] },
  'apps/demo': { code: ['contract', 'sdk', 'elements'] },
  'apps/examples': { code: ['mocks'], tests: ['mocks'] },
  'apps/examples/react': { code: ['elements'] },
  'apps/examples/sveltekit': { code: ['elements'] },
  'apps/examples/vue': { code: ['elements'] },
  'apps/storybook': { code: ['contract', 'elements', 'mocks'] },
};

const scope = '@diplomaregister/';

const isTest = (file: string) => /\.test(-d)?\.ts$|\/(test-support|e2e)\//.test(file);

/** Every module that the code asks for, statically, by re-export or by `import()` of a literal. */
export function importedModules(file: string, code: string): readonly string[] {
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`);
  const reExports = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []));
  const dynamicImports = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) =>
    /['"]/.test(code.charAt(start)) ? [code.slice(start + 1, end - 1)] : [],
  );
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...reExports,
    ...dynamicImports,
  ];
}

/** What is wrong with one import of a file, or nothing. */
export function importFault(
  { folder, rule, dependencies }: Package,
  file: string,
  specifier: string,
): string | undefined {
  if (specifier.startsWith('.')) {
    const target = relative(folder, `${dirname(file)}/${specifier}`);
    const rootScript = isTest(file) && relative('scripts', `${dirname(file)}/${specifier}`);
    return target.startsWith('..') && (!rootScript || rootScript.startsWith('..'))
      ? `${file}: ${specifier} leaves the package`
      : undefined;
  }
  if (/^node:|^virtual:|^#/.test(specifier)) return undefined;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (name === scope + folder.split('/')[1]) return undefined;
  if (!dependencies.has(name)) return `${file}: ${name} is not in ${folder}/package.json`;
  const allowed = [...rule.code, ...(isTest(file) ? (rule.tests ?? []) : [])];
  return name.startsWith(scope) && !allowed.includes(name.slice(scope.length))
    ? `${file}: ${folder} may not import ${name}`
    : undefined;
}
