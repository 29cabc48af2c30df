// What went away between two versions of the contract or of the public names of a package.
import { parseSync } from 'oxc-parser';

/** The part of an OpenAPI document that is compared. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
}

/**
 * Operations, schemas, properties and values that the new contract does not have, and properties that
 * were given always and no longer are, or that must be given now.
 */
export function breaksOfContract(before: Contract, now: Contract): readonly string[] {
  const breaks: string[] = [];
  for (const [path, methods] of Object.entries(before.paths)) {
    for (const method of Object.keys(methods)) {
      if (!now.paths[path]?.[method]) breaks.push(`${method.toUpperCase()} ${path} is gone`);
    }
  }
  for (const [name, old] of Object.entries(before.components.schemas)) {
    const schema = now.components.schemas[name];
    if (!schema) breaks.push(`the schema ${name} is gone`);
    else breaks.push(...breaksOfSchema(name, old, schema));
  }
  return breaks;
}

function breaksOfSchema(name: string, old: Schema, schema: Schema): readonly string[] {
  const was = new Set(old.required);
  const is = new Set(schema.required);
  const values = new Set(schema.enum);
  return [
    ...Object.keys(old.properties ?? {})
      .filter((each) => !schema.properties?.[each])
      .map((each) => `${name}.${each} is gone`),
    ...[...was]
      .filter((each) => !is.has(each))
      .map((each) => `${name}.${each} may be left out now`),
    ...[...is].filter((each) => !was.has(each)).map((each) => `${name}.${each} must be given now`),
    ...(old.enum ?? [])
      .filter((each) => !values.has(each))
      .map((each) => `${name} no longer has the value ${each}`),
  ];
}

/** The names that a module exports, of values and of types. */
export function exportsOf(code: string): ReadonlySet<string> {
  const { module } = parseSync('module.ts', code);
  return new Set(
    module.staticExports.flatMap(({ entries }) =>
      entries.map(
        ({ exportName, moduleRequest }) => exportName.name ?? `* of ${moduleRequest?.value}`,
      ),
    ),
  );
}

export function breaksOfExports(
  path: string,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): readonly string[] {
  return [...before].filter((name) => !now.has(name)).map((name) => `${path}: ${name} is gone`);
}
