import type { InputError, operations } from '@diplomaregister/contract';
import document from '@diplomaregister/contract/openapi.json' with { type: 'json' };
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The name of an operation of the contract. */
export type OperationId = keyof operations;

/** Whose tokens there are. */
export type Role = 'holder' | 'institution';

/** An operation as the contract describes it, with the schemas of its input. */
export interface Operation {
  readonly id: OperationId;
  readonly method: 'delete' | 'get' | 'patch' | 'post';
  /** Relative to the register's address, with parameters as `{id}`. */
  readonly path: string;
  /** Who may do it; nobody in particular when empty. */
  readonly roles: readonly Role[];
  /** The media type of the body; undefined where there is none. */
  readonly mediaType: string | undefined;
  /** Finds everything that is wrong with the input. */
  check(input: Input): readonly InputError[];
}

/** What a caller sent. */
export interface Input {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: 'header' | 'path' | 'query';
  readonly required?: boolean;
  readonly schema: { readonly $ref?: string; readonly type?: string };
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

/** The contract, ready to check what is sent against it. */
export interface Contract {
  readonly operations: readonly Operation[];
  /** Finds everything that is wrong with a body, by the JSON Pointer of its schema. */
  checkBody(pointer: string, body: unknown): readonly InputError[];
}

const documentId = 'contract';

/** Reads `openapi.yaml`; Ajv does the checking. */
export function readContract(): Contract {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, documentId);

  const check = (pointer: string, value: unknown): readonly ErrorObject[] => {
    const validate = ajv.getSchema(`${documentId}#${pointer}`);
    if (!validate) throw new TypeError(`The contract has nothing at ${pointer}`);
    return validate(value) ? [] : (validate.errors ?? []);
  };

  const checkBody = (pointer: string, body: unknown) => check(pointer, body).map(toBodyError);

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, DescribedOperation>>).map(
      ([method, described]) => {
        const at = `/paths/${escapePointer(path)}/${method}`;
        const [mediaType] = Object.keys(described.requestBody?.content ?? {});
        const operation: Operation = {
          id: described.operationId as OperationId,
          method: method as Operation['method'],
          path,
          mediaType,
          roles: (described.security ?? []).flatMap((each) => Object.keys(each) as Role[]),
          check: (input) => [
            ...(described.parameters ?? []).flatMap((parameter, index) =>
              checkParameter(input, resolve(parameter, `${at}/parameters/${index}`), check),
            ),
            ...(mediaType === 'application/json'
              ? checkBody(
                  `${at}/requestBody/content/${escapePointer(mediaType)}/schema`,
                  input.body,
                )
              : []),
          ],
        };
        return operation;
      },
    ),
  );
  return { operations, checkBody };
}

function resolve(
  parameter: Parameter | { readonly $ref: string },
  pointer: string,
): Parameter & { readonly pointer: string } {
  if (!('$ref' in parameter)) return { ...parameter, pointer: `${pointer}/schema` };
  const name = parameter.$ref.slice(parameter.$ref.lastIndexOf('/') + 1);
  const shared = document.components.parameters as unknown as Readonly<Record<string, Parameter>>;
  const found = shared[name];
  if (!found) throw new TypeError(`The contract has no parameter ${name}`);
  return { ...found, pointer: `/components/parameters/${name}/schema` };
}

function checkParameter(
  input: Input,
  parameter: Parameter & { readonly pointer: string },
  check: (pointer: string, value: unknown) => readonly ErrorObject[],
): readonly InputError[] {
  const { in: place, name, pointer, required, schema } = parameter;
  const error = (code: string, detail: string) => ({ in: place, location: { name }, code, detail });
  const text = readParameter(input, place, name);
  if (text === null) return required ? [error('required', 'This is required.')] : [];
  const value = schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
  return check(pointer, value).length > 0
    ? [error('invalid', 'This does not have the form that the contract says.')]
    : [];
}

function readParameter(input: Input, place: Parameter['in'], name: string): string | null {
  switch (place) {
    case 'header':
      return input.headers.get(name);
    case 'path':
      return String(input.path[name]);
    case 'query':
      return input.query.get(name);
  }
}

function toBodyError({ instancePath, keyword, params }: ErrorObject): InputError {
  const property = params['missingProperty'] ?? params['additionalProperty'];
  const pointer =
    property === undefined ? instancePath : `${instancePath}/${escapePointer(property)}`;
  const code = keyword === 'required' ? 'required' : 'invalid';
  return { in: 'body', location: { pointer }, code, detail: 'This is not what the contract says.' };
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
