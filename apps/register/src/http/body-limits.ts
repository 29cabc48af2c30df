/** Bytes that a body may have: everything but a delivery is a form with a few fields. */
export const defaultBodyLimit = 64 * 1024;

/** Bytes that the body of an operation may have where it is more than usual. */
export const bodyLimits = { createDelivery: 64 * 1024 * 1024 } as const;

/** Bytes that the body of an operation may have. */
export function bodyLimitOf(operationId: string): number {
  return operationId === 'createDelivery' ? bodyLimits.createDelivery : defaultBodyLimit;
}
