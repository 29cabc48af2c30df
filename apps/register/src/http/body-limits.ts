import type { OperationId } from '../contract/operations.ts';

/** Bytes that a body may have: everything but a delivery is a form with a few fields. */
export const defaultBodyLimit = 64 * 1024;

/** Bytes that a body may have where it is more than usual. */
export const bodyLimits: Readonly<Partial<Record<OperationId, number>>> = {
  createDelivery: 64 * 1024 * 1024,
};
