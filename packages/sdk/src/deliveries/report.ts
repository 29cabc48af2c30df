import type { Delivery, Rejection } from '@diplomaregister/contract';

/** The counts of a delivery so far, over all of its parts. */
export interface DeliveryCounts {
  /**
   * The number of the last line of the input that the register answered, counted from 1 over the
   * whole input: what a delivery that stopped can go on `after`.
   */
  readonly through: number;
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

/** Adds up the answers to the parts, which go through a line of the input. */
export function countParts(parts: readonly Delivery[], through: number): DeliveryCounts {
  const sum = (name: Exclude<keyof DeliveryCounts, 'through'>) =>
    parts.reduce((total, part) => total + part[name], 0);
  return {
    through,
    lines: sum('lines'),
    registered: sum('registered'),
    corrected: sum('corrected'),
    withdrawn: sum('withdrawn'),
    unchanged: sum('unchanged'),
    rejected: sum('rejected'),
  };
}
