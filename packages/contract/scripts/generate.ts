// Makes src/generated/ from openapi.yaml: the same document as JSON, and its TypeScript types.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = new URL('..', import.meta.url);
const source = new URL('openapi.yaml', root);

const document = parse(await readFile(source, 'utf8'));
await writeFile(
  new URL('src/generated/openapi.json', root),
  `${JSON.stringify(document, null, 1)}\n`,
);

const types = await openapiTypescript(source, { alphabetize: false, immutable: true });
await writeFile(
  new URL('src/generated/schema.ts', root),
  `// Made from openapi.yaml by \`pnpm generate\`; do not edit.\n${astToString(types)}`,
);
