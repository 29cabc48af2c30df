import type { Delivery, Rejection } from '@diplomaregister/contract';

/** The counts of a delivery so far, over all of its parts. */
export interface DeliveryCounts {
  readonly lines: number;
  readonly registered: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** What became of the lines that were delivered. */
export interface DeliveryReport extends DeliveryCounts {
  /** The register's answer to each part, in order. */
  readonly parts: readonly Delivery[];
  /** The rejected lines; `line` counts from 1 over the whole input. */
  readonly rejections: readonly Rejection[];
}

/** Adds up the answers to the parts. */
export function countParts(parts: readonly Delivery[]): DeliveryCounts {
  const sum = (name: keyof DeliveryCounts) => parts.reduce((total, part) => total + part[name], 0);
  return {
    lines: sum('lines'),
    registered: sum('registered'),
    corrected: sum('corrected'),
    withdrawn: sum('withdrawn'),
    unchanged: sum('unchanged'),
    rejected: sum('rejected'),
  };
}
