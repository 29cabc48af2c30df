import document from '../generated/openapi.json' with { type: 'json' };
import type { operations } from '../generated/schema.ts';
import { createSchemas, type Validator } from './schemas.ts';

/** The name of an operation of the contract. */
export type OperationId = keyof operations;

interface Described {
  readonly $ref?: string;
}

interface Header extends Described {
  readonly required?: boolean;
}

interface DescribedResponse extends Described {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Schema extends Described {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** A place in the contract. */
interface Located<T> {
  readonly value: T;
  readonly pointer: string;
}

const schemas = createSchemas();

/**
 * Finds everything in which an answer differs from what the contract says about the operation:
 * status, headers, content type and content. Empty when nothing does.
 */
export async function checkResponse(
  operation: OperationId,
  response: Response,
): Promise<readonly string[]> {
  const described = describedResponse(operation, response.status);
  if (!described) return [`the contract knows no status ${response.status}`];
  return [
    ...checkHeaders(described, response),
    ...(await checkContent(described, response.clone())),
  ];
}

function describedResponse(
  operation: OperationId,
  status: number,
): Located<DescribedResponse> | undefined {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, described] of Object.entries(methods)) {
      if (described.operationId !== operation) continue;
      const responses: Readonly<Record<string, DescribedResponse>> = described.responses;
      const key = String(status) in responses ? String(status) : status >= 400 ? 'default' : '';
      const value = responses[key];
      const pointer = `/paths/${escaped(path)}/${method}/responses/${key}`;
      return value && resolve({ value, pointer });
    }
  }
  throw new TypeError(`The contract has no operation ${operation}`);
}

function checkHeaders(
  { pointer, value }: Located<DescribedResponse>,
  { headers }: Response,
): readonly string[] {
  const missing = headers.get('api-version') === document.info.version ? [] : ['no API-Version'];
  const wrong = Object.entries(value.headers ?? {}).flatMap(([name, described]) => {
    const header = resolve({ value: described, pointer: `${pointer}/headers/${name}` });
    const text = headers.get(name);
    if (text === null) return header.value.required ? [`${name}: missing`] : [];
    const content = /^\d+$/.test(text) && name === 'Retry-After' ? Number(text) : text;
    return prefixed(name, schemas.at(`${header.pointer}/schema`)(content));
  });
  return [...missing, ...wrong];
}

async function checkContent(
  { pointer, value }: Located<DescribedResponse>,
  response: Response,
): Promise<readonly string[]> {
  const bytes = await response.arrayBuffer();
  const type = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (!value.content) return bytes.byteLength === 0 ? [] : ['a body where there is none'];
  const media = value.content[type];
  if (!media) return [`the contract knows no content of type ${type || 'none'}`];
  if (!type.endsWith('json')) return bytes.byteLength > 0 ? [] : ['an empty body'];
  const content: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const schema = { value: media.schema, pointer: `${pointer}/content/${escaped(type)}/schema` };
  return prefixed('body', [...checkSchema(schema)(content), ...checkProblem(response, content)]);
}

/** Lists are checked item by item as well, so that an item cannot tell too much. */
function checkSchema({ pointer, value }: Located<Schema>): Validator {
  const whole = schemas.at(pointer);
  if (!value.properties?.['items']?.items) return whole;
  const each = schemas.at(`${pointer}/properties/items/items`);
  return (content) => {
    const { items } = content as { readonly items?: unknown };
    return [
      ...whole(content),
      ...(Array.isArray(items) ? items.flatMap((item) => each(item)) : []),
    ];
  };
}

function checkProblem({ status }: Response, content: unknown): readonly string[] {
  if (status < 400) return [];
  const told = (content as { readonly status?: unknown } | null)?.status;
  return told === status ? [] : [`status ${String(told)} in an answer with ${status}`];
}

function resolve<T extends Described>({ pointer, value }: Located<T>): Located<T> {
  if (!value.$ref) return { pointer, value };
  const target = value.$ref.slice(1);
  let found: unknown = document;
  for (const key of target.split('/').slice(1)) {
    found = (found as Readonly<Record<string, unknown>>)[key.replaceAll('~1', '/')];
  }
  return { pointer: target, value: found as T };
}

function prefixed(name: string, faults: readonly string[]): readonly string[] {
  return faults.map((fault) => `${name}: ${fault}`);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
