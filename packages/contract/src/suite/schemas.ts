import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import document from '../generated/openapi.json' with { type: 'json' };

const documentId = 'https://register.example/v1/openapi.json';

/** Says what is wrong with a value; empty when nothing is. */
export type Validator = (value: unknown) => readonly string[];

/**
 * Compiles schemas of the contract, each by its JSON Pointer in `openapi.yaml`. Stricter than the
 * document: a property that it does not name is an error, so that an answer cannot tell too much.
 */
export function createSchemas(): { at(pointer: string): Validator } {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(document, documentId);
  return {
    at(pointer) {
      const key = `${documentId}?strict=${encodeURIComponent(pointer)}`;
      const validate =
        ajv.getSchema(key) ??
        ajv.compile({ $id: key, $ref: `${documentId}#${pointer}`, unevaluatedProperties: false });
      return (value) => (validate(value) ? [] : (validate.errors ?? []).map(describe));
    },
  };
}

function describe({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
}
