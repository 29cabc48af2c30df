import type { InputError, operations } from '@diplomaregister/contract';
import document from '@diplomaregister/contract/openapi.json' with { type: 'json' };
import { toInputErrors } from '@diplomaregister/contract/problems';
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
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
  /** Who may do it, with the scope that it takes; nobody in particular when empty. */
  readonly scopes: ReadonlyMap<Role, string>;
  /** The media type of the body; undefined where there is none. */
  readonly mediaType: string | undefined;
  /** The media types of the successful answer; none where it has no body. */
  readonly answerTypes: readonly string[];
  /** Finds everything that is wrong with the input. */
  check(input: Input): readonly InputError[];
}

/** What a caller sent. */
export interface Input {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Undefined where it is not the JSON that it should be. */
  readonly body: unknown;
}

const places = ['path', 'query', 'header'] as const;
type Place = (typeof places)[number];

interface Parameter {
  readonly name: string;
  readonly in: Place;
  readonly required?: boolean;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

/** The contract, ready to check what is sent against it. */
export interface Contract {
  readonly operations: readonly Operation[];
  /** Finds everything that is wrong with a body, by the JSON Pointer of its schema. */
  checkBody(pointer: string, body: unknown): readonly InputError[];
}

const documentId = 'contract';

/** A UUID as registers write them; the format of Ajv's own has capitals too. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const unreadable: InputError = {
  in: 'body',
  code: 'unreadable',
  detail: 'The body cannot be read as what its media type says.',
};

/** Reads `openapi.yaml`; Ajv does the checking. */
export function readContract(): Contract {
  const whole = withoutReferences(document) as object;
  const bodies = createAjv(whole);
  // Everything is text until its schema says more.
  const parameters = createAjv(whole, { coerceTypes: true, strictNumbers: false });

  function checkBody(pointer: string, body: unknown): readonly InputError[] {
    const validate = bodies.getSchema(`${documentId}#${pointer}`);
    if (!validate) throw new TypeError(`The contract has nothing at ${pointer}`);
    return errorsOf(validate, body, 'body');
  }

  function readOperation(path: string, method: string, described: DescribedOperation): Operation {
    const at = `/paths/${escapePointer(path)}/${method}`;
    const [mediaType] = Object.keys(described.requestBody?.content ?? {});
    const found = (described.parameters ?? []).map((each, index) =>
      resolve(each, `${at}/parameters/${index}`),
    );
    let checks:
      | readonly { readonly place: Place; readonly validate: ValidateFunction }[]
      | undefined;
    const successes = Object.entries(described.responses).filter(([status]) => /^2/.test(status));
    return {
      id: described.operationId as OperationId,
      method: method as Operation['method'],
      path,
      mediaType,
      answerTypes: successes.flatMap(([, { content = {} }]) => Object.keys(content)),
      scopes: new Map(
        (described.security ?? []).flatMap((each) =>
          Object.entries(each).map(([role, scopes]): [Role, string] => [
            role as Role,
            scopes.join(' '),
          ]),
        ),
      ),
      check(input) {
        checks ??= places.map((place) => ({ place, validate: compile(parameters, place, found) }));
        const errors = checks.flatMap(({ place, validate }) =>
          errorsOf(validate, readPlace(input, place), place),
        );
        if (mediaType !== 'application/json') return errors;
        if (input.body === undefined) return [...errors, unreadable];
        const pointer = `${at}/requestBody/content/${escapePointer(mediaType)}/schema`;
        return [...errors, ...checkBody(pointer, input.body)];
      },
    };
  }

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, DescribedOperation>>).map(
      ([method, described]) => readOperation(path, method, described),
    ),
  );
  return { operations, checkBody };
}

function createAjv(whole: object, options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, ...options });
  addFormats.default(ajv).addFormat('uuid', uuid);
  return ajv.addSchema(whole, documentId);
}

/** Puts what is referred to in the place of each reference: errors then tell between alternatives. */
function withoutReferences(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutReferences);
  const { $ref, ...rest } = value as Readonly<Record<string, unknown>>;
  const found = typeof $ref === 'string' ? { ...(at($ref) as object), ...rest } : rest;
  return Object.fromEntries(
    Object.entries(found).map(([name, part]) => [name, withoutReferences(part)]),
  );
}

/** What is at a reference in the contract: `#/components/schemas/Diploma`. */
function at(reference: string): unknown {
  return reference
    .split('/')
    .slice(1)
    .reduce<unknown>((found, name) => (found as Readonly<Record<string, unknown>>)[name], document);
}

/** One schema for all parameters of a place, so that errors name them. */
function compile(
  ajv: Ajv2020,
  place: Place,
  parameters: readonly (Parameter & { readonly pointer: string })[],
): ValidateFunction {
  const here = parameters
    .filter((each) => each.in === place)
    .map(({ name, ...rest }) => ({
      name: place === 'header' ? name.toLowerCase() : name,
      ...rest,
    }));
  return ajv.compile({
    type: 'object',
    properties: Object.fromEntries(
      here.map(({ name, pointer }) => [name, { $ref: `${documentId}#${pointer}` }]),
    ),
    required: here.filter(({ required }) => required).map(({ name }) => name),
  });
}

function resolve(
  parameter: Parameter | { readonly $ref: string },
  pointer: string,
): Parameter & { readonly pointer: string } {
  const found = '$ref' in parameter ? (at(parameter.$ref) as Parameter) : parameter;
  return { ...found, pointer: `${pointer}/schema` };
}

function readPlace({ headers, path, query }: Input, place: Place): Record<string, unknown> {
  switch (place) {
    case 'header':
      return Object.fromEntries(headers);
    case 'path':
      return { ...path };
    case 'query':
      // What comes twice is a list, which no parameter is.
      return Object.fromEntries(
        [...query.keys()].map((name) => {
          const [value, ...more] = query.getAll(name);
          return [name, more.length === 0 ? value : [value, ...more]];
        }),
      );
  }
}

function errorsOf(
  validate: ValidateFunction,
  value: unknown,
  place: InputError['in'],
): readonly InputError[] {
  return validate(value) ? [] : toInputErrors(validate.errors ?? [], place);
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
