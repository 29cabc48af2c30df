import type { InputError } from '@diplomaregister/contract';
import { toInputErrors } from '@diplomaregister/contract/problems';
import type { FastifyRequest } from 'fastify';
import type { ValidationFunction } from 'fastify/types/request.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What is wrong with a body beside what the contract says, whatever else is wrong with it. */
    findFurtherErrors?(body: object): readonly InputError[];
  }
}

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
  const errors = parts.flatMap(([part, name]) => {
    const validate = part === 'body' ? bodyValidator(request) : request.getValidationFunction(part);
    if (validate === undefined || request[part] === undefined || validate(request[part])) return [];
    return toInputErrors(validate.errors ?? [], name);
  });
  const places = new Set(errors.map(({ location }) => location?.pointer));
  const further = findFurtherErrors(request);
  return [...errors, ...further.filter(({ location }) => !places.has(location?.pointer))];
}

function findFurtherErrors({ body, routeOptions }: FastifyRequest): readonly InputError[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return routeOptions.config.findFurtherErrors?.(body) ?? [];
}

/** Fastify keeps one for each media type, which its types do not say. */
function bodyValidator(request: FastifyRequest): ValidationFunction | undefined {
  const validators: unknown = request.getValidationFunction('body');
  const { mediaType } = request;
  if (typeof validators !== 'object' || validators === null || mediaType === undefined) return;
  return (validators as Readonly<Record<string, ValidationFunction>>)[mediaType];
}
