// Makes the pages of the documentation that follow from the code: `pages` by their path. Run by
// itself it writes them; a test holds them to it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { operations } from '@diplomaregister/contract';
import document from '@diplomaregister/contract/openapi.json' with { type: 'json' };
import { reasons } from '../src/verify/reasons.ts';

const root = new URL('../../..', import.meta.url);
const made = '<!-- Made by `pnpm generate`; do not edit. -->';

/** The method of the client for each operation of the contract. */
export const methods: Readonly<Record<keyof operations, string>> = {
  getStatistics: 'statistics.get',
  getCoverage: 'coverage.get',
  listInstitutions: 'institutions.list',
  listProgrammes: 'programmes.list',
  getTrustAnchors: 'trustAnchors.get',
  getRevocationList: 'revocationLists.get',
  getStatusList: 'statusLists.get',
  createVerification: 'verifications.create',
  listDiplomas: 'diplomas.list',
  getDiploma: 'diplomas.get',
  listExtracts: 'extracts.list',
  createExtract: 'extracts.create',
  listShares: 'shares.list',
  createShare: 'shares.create',
  revokeShare: 'shares.revoke',
  listAccessRecords: 'accessRecords.list',
  listCorrectionRequests: 'correctionRequests.list',
  createCorrectionRequest: 'correctionRequests.create',
  updateCorrectionRequest: 'correctionRequests.update',
  createDiplomaLookup: 'diplomaLookups.create',
  createDelivery: 'deliveries.create',
  getDelivery: 'deliveries.get',
  listRejections: 'deliveries.rejections',
};

interface Operation {
  readonly operationId: keyof operations;
  readonly summary: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly (
    | { readonly $ref: string }
    | { readonly name: string; readonly in: string }
  )[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

function parameterOf(parameter: { readonly $ref: string } | { readonly name: string }): string {
  if (!('$ref' in parameter)) return parameter.name;
  const name = parameter.$ref.slice(parameter.$ref.lastIndexOf('/') + 1);
  const shared: Readonly<Record<string, { readonly name: string }>> =
    document.components.parameters;
  return shared[name]?.name ?? name;
}

function describe(path: string, method: string, operation: Operation): string {
  const {
    operationId,
    parameters = [],
    requestBody,
    responses,
    security = [],
    summary,
  } = operation;
  const who = security.flatMap((each) =>
    Object.entries(each).map(([role, scopes]) => `${role} (\`${scopes.join(' ')}\`)`),
  );
  const statuses = Object.keys(responses).filter((status) => status !== 'default');
  const rows = [
    ['method of the client', `\`${methods[operationId]}\``],
    ['who', who.join(' or ') || 'anyone'],
    ['parameters', parameters.map((each) => `\`${parameterOf(each)}\``).join(', ')],
    [
      'body',
      Object.keys(requestBody?.content ?? {})
        .map((type) => `\`${type}\``)
        .join(', '),
    ],
    ['answers', statuses.join(', ')],
  ];
  const table = rows.filter(([, text]) => text !== '').map((row) => `| ${row.join(' | ')} |`);
  return `### \`${method.toUpperCase()} ${path}\`\n\n${summary}.\n\n| | |\n|---|---|\n${table.join('\n')}\n`;
}

function apiPage(): string {
  const tags = new Map<string, string[]>();
  for (const [path, methodsOfPath] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methodsOfPath)) {
      const { tags: [tag = ''] = [] } = operation as { readonly tags?: readonly string[] };
      const texts = tags.get(tag) ?? [];
      tags.set(tag, [...texts, describe(path, method, operation as unknown as Operation)]);
    }
  }
  const sections = [...tags].map(([tag, texts]) => `## For ${tag}\n\n${texts.join('\n')}`);
  return `${made}
# Every operation

What a register does, as [the contract](../../packages/contract/openapi.yaml) describes it (version
${document.info.version}), with the method of the client for each. A register shows the same with all
schemas on its own page, and gives it as \`/v1/openapi.json\`.

${sections.join('\n')}`;
}

/** Codes with their check and outcome, and the meaning that a source file of reasons gives them. */
function reasonsIn(path: string): readonly string[] {
  const text = readFileSync(new URL(path, root), 'utf8');
  const meanings = new Map(
    Array.from(text.matchAll(/\/\*\* ([^*]+) \*\/\n {2}'?([a-z-]+)'?:/g), ([, meaning, code]) => [
      code,
      meaning,
    ]),
  );
  return Object.entries(reasons).flatMap(([code, { check, outcome }]) => {
    const meaning = meanings.get(code);
    return meaning === undefined ? [] : `| \`${code}\` | ${meaning} | ${check} | ${outcome} |`;
  });
}

function reasonsPage(): string {
  const rows = [
    ...reasonsIn('packages/seal/src/reasons.ts'),
    ...reasonsIn('packages/sdk/src/verify/reasons.ts'),
  ];
  return `${made}
# Reasons of verdicts

A check that does not pass has a \`reason\`. It leads to one outcome. \`inconclusive\` is no word against
the diploma: something could not be checked.

| reason | meaning | check | outcome |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** The pages, by their path in the repository. */
export const pages: Readonly<Record<string, string>> = {
  'docs/developers/api.md': apiPage(),
  'docs/developers/reasons.md': reasonsPage(),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(pages)) writeFileSync(new URL(path, root), text);
}
