// Makes src/generated/ from openapi.yaml: the same document as JSON, and its TypeScript types.
// An argument names another folder to write to.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = new URL('..', import.meta.url);
const source = new URL('openapi.yaml', root);
const [folder] = process.argv.slice(2);
const target = folder ? pathToFileURL(`${folder}/`) : new URL('src/generated/', root);

const document = parse(await readFile(source, 'utf8'));
await writeFile(new URL('openapi.json', target), `${JSON.stringify(document, null, 1)}\n`);

const types = await openapiTypescript(source, { alphabetize: false, immutable: true });
await writeFile(
  new URL('schema.ts', target),
  `// Made from openapi.yaml by \`pnpm generate\`; do not edit.\n${astToString(types)}`,
);
