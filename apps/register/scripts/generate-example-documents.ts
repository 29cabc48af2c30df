// Composes the contract's example extracts, so that whoever shows or seals an extract without a
// register has the register's own page. Not sealed: a seal is made with the keys of whoever seals.
import { mkdir, writeFile } from 'node:fs/promises';
import { exampleExtracts } from '@diplomaregister/contract/examples';
import { exampleCheckUrl } from '../src/extracts/compose/example-check-url.ts';
import { createTypesetter } from '../src/extracts/compose/typesetter.ts';

const made = '// Made from the example extracts by `pnpm generate`; do not edit.\n';
const contract = new URL('../', import.meta.resolve('@diplomaregister/contract'));
const folder = new URL('generated/documents/', new URL('src/', contract));

const typesetter = createTypesetter();
await mkdir(folder, { recursive: true });
for (const [name, extract] of Object.entries(exampleExtracts)) {
  const pdf = typesetter.compose(extract, { checkUrl: exampleCheckUrl });
  const base64 = Buffer.from(pdf).toString('base64');
  await writeFile(new URL(`${name}.ts`, folder), `${made}export const ${name} =\n  '${base64}';\n`);
}

const names = Object.keys(exampleExtracts);
await writeFile(
  new URL('index.ts', folder),
  `${made}
${names.map((name) => `import { ${name} } from './${name}.ts';`).join('\n')}

/** The PDF of each of the \`exampleExtracts\`, in base64: composed by the register, not sealed. */
export const exampleDocuments = { ${names.join(', ')} } as const;
`,
);
