import document from '../generated/openapi.json' with { type: 'json' };

/** The name of every operation of the contract. */
export const operationIds: readonly string[] = Object.values(document.paths).flatMap((methods) =>
  Object.values(methods).map(({ operationId }) => operationId),
);
