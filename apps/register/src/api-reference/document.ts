import { contractDocument } from '../contract/operations.ts';

/** The parts of OpenAPI 3.1 that the page shows. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface ResponseObject {
  readonly description: string;
  readonly content?: Content;
}

interface Reference {
  readonly $ref: string;
}

/** An operation with its references followed, but for those to schemas. */
export interface ReferenceOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly scopes: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: readonly (readonly [status: string, response: ResponseObject])[];
}

interface DocumentOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}

/** Every schema of the contract, by name. */
export const schemas = Object.entries(
  contractDocument.components.schemas as Readonly<Record<string, Schema>>,
);

/** Every operation of the contract. */
export const operations: readonly ReferenceOperation[] = Object.entries(
  // The document is held to OpenAPI by the tests of the contract.
  contractDocument.paths as unknown as Readonly<
    Record<string, Readonly<Record<string, DocumentOperation>>>
  >,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => read(path, method, operation)),
);

function read(path: string, method: string, operation: DocumentOperation): ReferenceOperation {
  const { description, operationId: id, requestBody, summary, tags } = operation;
  return {
    id,
    method: method.toUpperCase(),
    path,
    tag: tags[0] ?? '',
    summary,
    ...(description !== undefined && { description }),
    scopes: Object.values(operation.security?.[0] ?? {}).flat(),
    parameters: (operation.parameters ?? []).map((each) => follow<Parameter>(each)),
    ...(requestBody && { requestBody }),
    responses: Object.entries(operation.responses).map(([status, response]) => [
      status,
      follow<ResponseObject>(response),
    ]),
  };
}

/** What a reference such as `#/components/responses/Problem` leads to. */
function follow<Target extends object>(value: Target | Reference): Target {
  if (!('$ref' in value)) return value;
  let found: unknown = contractDocument;
  for (const name of value.$ref.split('/').slice(1)) {
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found as Target;
}
