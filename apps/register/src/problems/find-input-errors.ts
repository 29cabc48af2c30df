import type { InputError } from '@diplomaregister/contract';
import { toInputErrors } from '@diplomaregister/contract/problems';
import type { FastifyRequest } from 'fastify';
import type { ValidationFunction } from 'fastify/types/request.js';

/** The parts of a request, as Fastify calls them and as problems do. */
const parts = [
  ['params', 'path'],
  ['query', 'query'],
  ['headers', 'header'],
  ['body', 'body'],
] as const;

/**
 * All that is wrong with a request, in every part that was read. Fastify stops at the first part
 * that is invalid, but whoever sent it mends everything at once.
 */
export function findInputErrors(request: FastifyRequest): InputError[] {
  return parts.flatMap(([part, name]) => {
    const validate = part === 'body' ? bodyValidator(request) : request.getValidationFunction(part);
    if (validate === undefined || request[part] === undefined || validate(request[part])) return [];
    return toInputErrors(validate.errors ?? [], name);
  });
}

/** Fastify keeps one for each media type, which its types do not say. */
function bodyValidator(request: FastifyRequest): ValidationFunction | undefined {
  const validators: unknown = request.getValidationFunction('body');
  const { mediaType } = request;
  if (typeof validators !== 'object' || validators === null || mediaType === undefined) return;
  return (validators as Readonly<Record<string, ValidationFunction>>)[mediaType];
}
