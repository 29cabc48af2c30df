// What changed in the shapes of public types: the compiler says whether each export of now fits where the
// one before was used.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';

/** The same entry of a package in two versions, each a declaration file. */
export interface EntryPair {
  /** Under which name the entry is told of. */
  readonly name: string;
  readonly before: string;
  readonly now: string;
}

/** What an export is declared as. */
interface Declared {
  readonly isType: boolean;
  readonly isValue: boolean;
  /** So many parameters a type needs. */
  readonly parameters: number;
}

interface Assertion {
  readonly entry: string;
  /** Of the export. */
  readonly name: string;
  readonly code: string;
  /** What it means that it does not compile. */
  readonly message: string;
}

const prelude = `type KeyOf<T> = T extends unknown ? keyof T : never;
type Fits<Now extends Before, Before> = [Now, Before];
type Comparable<Now, Before> = [Now] extends [Before] ? true : [Before] extends [Now] ? true : false;
`;

/**
 * Tells, entry by entry, what does not fit any more. A value must be one that was promised before: what
 * a function takes it must take still, and what it gives may not be more than it was. A type may not lose
 * a property, nor become another thing.
 *
 * @throws Error when a declaration cannot be resolved: everything would fit.
 */
export function breaksOfShapes(
  pairs: readonly EntryPair[],
  folder: string,
): ReadonlyMap<string, readonly string[]> {
  const imports = pairs.map(
    ({ before, now }, index) =>
      `import type * as Before${index} from '${before}';\nimport type * as Now${index} from '${now}';\n`,
  );
  const assertions = pairs.flatMap(assertionsOf);
  const head = imports.join('') + prelude;
  const lines = assertions.map(({ code }, index) => `export type Assertion${index} = ${code};\n`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'shapes.ts');
  writeFileSync(file, head + lines.join(''));
  const first = head.split('\n').length;
  const breaks = new Map<string, Map<string, string>>();
  for (const { line, text } of compile(file)) {
    const assertion = assertions[line - first];
    if (!assertion) throw new Error(text);
    const { entry, message, name } = assertion;
    const ofEntry = breaks.get(entry) ?? new Map<string, string>();
    // The innermost reason comes last; the first line is about what was made here.
    const last = text.includes('\n') ? `: ${text.slice(text.lastIndexOf('\n')).trim()}` : '';
    const why = last.replaceAll(/import\("[^"]*"\)\./g, '');
    if (!ofEntry.has(name)) ofEntry.set(name, `${entry}: ${name} ${message}${why}`);
    breaks.set(entry, ofEntry);
  }
  return new Map([...breaks].map(([entry, ofEntry]) => [entry, [...ofEntry.values()]]));
}

function assertionsOf({ before, name, now }: EntryPair, index: number): readonly Assertion[] {
  const known = exportsOf(now);
  const assertions: Assertion[] = [];
  for (const [each, declared] of exportsOf(before)) {
    // What is gone is told of by name.
    if (!known.has(each)) continue;
    const anys = Array.from({ length: declared.parameters }, () => 'any').join(', ');
    const type = anys ? `${each}<${anys}>` : each;
    const [is, was] = [`Now${index}.${type}`, `Before${index}.${type}`];
    const add = (code: string, message: string) =>
      assertions.push({ entry: name, name: each, code, message });
    if (declared.isValue) {
      add(
        `Fits<typeof Now${index}.${each}, typeof Before${index}.${each}>`,
        'does not fit where it was used',
      );
    }
    if (declared.isType) {
      add(`Fits<KeyOf<${was}>, KeyOf<${is}>>`, 'lost a property');
      add(`Fits<true, Comparable<${is}, ${was}>>`, 'became another type');
    }
  }
  return assertions;
}

/** What an entry exports, with what each is where it is declared. */
function exportsOf(file: string): ReadonlyMap<string, Declared> {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  return new Map(
    module.staticExports
      .flatMap(({ entries }) => entries)
      .flatMap(({ exportName, importName, isType, localName, moduleRequest }) => {
        const { name } = exportName;
        if (name === null) return [];
        const source = importName.name ?? localName.name ?? name;
        const from = moduleRequest?.value ?? '.';
        const declared = moduleRequest?.value.startsWith('.')
          ? declaredIn(resolve(dirname(file), from.replace(/\.[jt]s$/, '.d.ts')), source)
          : declaredIn(file, source);
        const found = declared ?? { isType: true, isValue: !isType, parameters: 0 };
        return [[name, moduleRequest && isType ? { ...found, isValue: false } : found]] as const;
      }),
  );
}

const kinds: Readonly<Record<string, Omit<Declared, 'parameters'>>> = {
  ClassDeclaration: { isType: true, isValue: true },
  FunctionDeclaration: { isType: false, isValue: true },
  TSDeclareFunction: { isType: false, isValue: true },
  TSInterfaceDeclaration: { isType: true, isValue: false },
  TSTypeAliasDeclaration: { isType: true, isValue: false },
  VariableDeclaration: { isType: false, isValue: true },
};

function declaredIn(file: string, name: string): Declared | undefined {
  for (const statement of parseSync(file, readFileSync(file, 'utf8')).program.body) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const kind = declaration && kinds[declaration.type];
    if (!kind) continue;
    const names =
      'declarations' in declaration
        ? declaration.declarations.map(({ id }) => id)
        : ['id' in declaration ? declaration.id : undefined];
    if (!names.some((id) => Object(id).name === name)) continue;
    const { params = [] } = Object('typeParameters' in declaration && declaration.typeParameters);
    const needed = params.filter((each: { readonly default: unknown }) => !each.default);
    return { ...kind, parameters: needed.length };
  }
  return undefined;
}

interface Fault {
  readonly line: number;
  readonly text: string;
}

function compile(file: string): readonly Fault[] {
  const config = join(dirname(file), 'tsconfig.json');
  const compilerOptions = {
    // Before the next release both sides have one version, and would be taken for one package.
    deduplicatePackages: false,
    ...{ target: 'ES2023', lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'] },
    ...{ module: 'NodeNext', strict: true, exactOptionalPropertyTypes: true, noEmit: true },
    ...{ allowImportingTsExtensions: true, types: [], skipDefaultLibCheck: true },
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  const { stdout } = spawnSync('tsc', ['-p', config, '--pretty', 'false'], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const unresolved = /^.*error TS(2305|2306|2307|2694|7016):.*$/m.exec(stdout);
  if (unresolved) throw new Error(unresolved[0]);
  // Others' declarations, and our own rewritten ones, are not judged here.
  return stdout.split(/\n(?=\S)/).flatMap((text) => {
    const [, line] = /^\S*shapes\.ts\((\d+),\d+\): error/.exec(text) ?? [];
    return line === undefined ? [] : [{ line: Number(line), text: text.trimEnd() }];
  });
}
