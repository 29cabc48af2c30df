import type { operations } from '@diplomaregister/contract';
import document from '@diplomaregister/contract/openapi.json' with { type: 'json' };

/** The contract of this register, as the OpenAPI document that anyone can read. */
export const contractDocument = document;

/** The version of the contract, told in the header `API-Version` of every response. */
export const apiVersion: string = document.info.version;

export type OperationId = keyof operations;

/** A token that lets its bearer call an operation. */
export interface TokenRequirement {
  readonly scheme: 'holder' | 'institution';
  readonly scopes: readonly string[];
}

/** Who may call an operation: the bearer of a token that is one of these; anyone when empty. */
export type Security = readonly TokenRequirement[];

/** What the server must know of an operation before it looks at the request's content. */
export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  /** As the contract writes it: `/diplomas/{id}`. */
  readonly path: string;
  readonly security: Security;
  /** The media types that a request body may have; none when there is no body. */
  readonly requestTypes: readonly string[];
  /** The media types of the successful answer; none when it has no body. */
  readonly responseTypes: readonly string[];
}

interface DocumentOperation {
  readonly operationId?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly requestBody?: { readonly content: object };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

/** Every operation of the contract. */
export const contractOperations: readonly Operation[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, DocumentOperation>>).map(
      ([method, operation]) => readOperation(path, method, operation),
    ),
);

function readOperation(path: string, method: string, operation: DocumentOperation): Operation {
  if (operation.operationId === undefined) throw new Error(`${method} ${path} has no operationId`);
  const successes = Object.entries(operation.responses).filter(([status]) => /^2/.test(status));
  return {
    id: operation.operationId as OperationId,
    method: method.toUpperCase(),
    path,
    security: (operation.security ?? []).map(readRequirement),
    requestTypes: Object.keys(operation.requestBody?.content ?? {}),
    responseTypes: successes.flatMap(([, response]) => Object.keys(response.content ?? {})),
  };
}

function readRequirement(requirement: Readonly<Record<string, readonly string[]>>) {
  const [[scheme, scopes] = ['', []], ...more] = Object.entries(requirement);
  if ((scheme !== 'holder' && scheme !== 'institution') || more.length > 0) {
    throw new Error(`The contract asks for an unknown security scheme: ${scheme}`);
  }
  return { scheme, scopes } as const;
}
