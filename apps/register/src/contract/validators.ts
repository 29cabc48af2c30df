import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FastifySchema, FastifySchemaCompiler } from 'fastify';

const options = { allErrors: true, strict: true, strictTypes: false, verbose: true } as const;

/**
 * A UUID as this register writes them (RFC 9562, section 4). The format of Ajv's own has capitals
 * too, and `urn:uuid:` before it, which the database does not take.
 */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An Ajv for JSON bodies: nothing is changed, every fault is found. */
export function createBodyAjv(): Ajv2020 {
  return withFormats(new Ajv2020(options));
}

/**
 * An Ajv for paths, queries and headers, in which everything is text until the schema says more.
 * Digits without end become infinity, which Ajv would hold against no limit if it were strict.
 */
function createParameterAjv(): Ajv2020 {
  const asText = { coerceTypes: true, useDefaults: true, strictNumbers: false } as const;
  return withFormats(new Ajv2020({ ...options, ...asText }));
}

function withFormats(ajv: Ajv2020): Ajv2020 {
  return formats.default(ajv).addFormat('uuid', uuid);
}

/** Compiles the contract's schemas for Fastify. An NDJSON body is validated line by line elsewhere. */
export function createValidatorCompiler(): FastifySchemaCompiler<FastifySchema> {
  const bodies = createBodyAjv();
  const parameters = createParameterAjv();
  return ({ schema, httpPart, ...route }) => {
    if (httpPart === 'headers')
      return parameters.compile(withLowerCaseNames(schema as HeadersSchema));
    if (httpPart !== 'body') return parameters.compile(schema);
    const isJson = 'contentType' in route && route.contentType === 'application/json';
    return isJson ? bodies.compile(schema) : () => true;
  };
}

interface HeadersSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** Names of headers come in lower case, whatever their case was and is in the contract. */
function withLowerCaseNames({ properties = {}, required = [], ...rest }: HeadersSchema): object {
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name.toLowerCase(), schema]),
    ),
    required: required.map((name) => name.toLowerCase()),
  };
}
