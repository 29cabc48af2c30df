import { readFile } from 'node:fs/promises';
import type { ErrorObject } from 'ajv';
import { contractDocument } from '../contract/operations.ts';
import { createBodyAjv } from '../contract/validators.ts';
import type { ReferenceSet } from './reference-set.ts';

/** The file is not a reference set. */
export class ReferenceFileError extends Error {
  constructor(path: string | URL, faults: readonly string[]) {
    super(`${path} is not a reference set:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ReferenceFileError';
  }
}

const schemas = contractDocument.components.schemas;
const name = { type: 'string', minLength: 1 };
const date = { type: 'string', format: 'date' };

function listOf(required: readonly string[], properties: Readonly<Record<string, object>>) {
  const item = { type: 'object', required, properties, additionalProperties: false };
  return { type: 'array', items: item };
}

const schema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    institutions: listOf(['code', 'name', 'city', 'sectors'], {
      code: schemas.InstitutionCode,
      name,
      city: name,
      sectors: { type: 'array', minItems: 1, uniqueItems: true, items: schemas.Sector },
      opened: date,
      closed: date,
    }),
    programmes: listOf(['scheme', 'code', 'name', 'sector', 'level'], {
      scheme: schemas.ProgrammeScheme,
      code: { type: 'string', minLength: 1, maxLength: 10 },
      name,
      englishName: name,
      sector: schemas.Sector,
      level: schemas.Level,
    }),
    subjects: listOf(['code', 'name'], {
      code: schemas.Subject.properties.code,
      name,
      englishName: name,
    }),
  },
};

/**
 * Reads a JSON file with one or more of the lists `institutions`, `programmes` and `subjects`.
 *
 * @throws {ReferenceFileError} with everything that is wrong with it.
 */
export async function readReferenceFile(path: string | URL): Promise<ReferenceSet> {
  const text = await readFile(path, 'utf8');
  const content = parseJson(text);
  if (content === undefined) throw new ReferenceFileError(path, ['It is not JSON.']);
  const validate = createBodyAjv().compile<Partial<ReferenceSet>>(schema);
  if (!validate(content)) {
    throw new ReferenceFileError(path, (validate.errors ?? []).map(describe));
  }
  return { institutions: [], programmes: [], subjects: [], ...content };
}

function describe({ instancePath, message }: ErrorObject): string {
  return `${instancePath || '/'} ${message ?? 'is invalid'}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
