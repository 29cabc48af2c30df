import type { DeliveryLine, InputError, Rejection } from '@diplomaregister/contract';
import type { Contract } from '../contract.ts';

/** A line that keeps the contract, or what is wrong with it. */
export type CheckedLine = { readonly line: DeliveryLine } | Omit<Rejection, 'line'>;

const mostBytes = 64 * 1024;

/** Reads a line of a delivery, strictly. */
export function checkLine(contract: Contract, text: string): CheckedLine {
  if (new TextEncoder().encode(text).length > mostBytes) {
    return { errors: [error('line-too-long', 'A line has at most 64 KiB.')] };
  }
  const value = parse(text);
  if (value === undefined) return { errors: [error('line-not-json', 'This is not JSON.')] };
  const errors = contract.checkBody('/components/schemas/DeliveryLine', value);
  if (errors.length > 0) return { ...recordIdOf(value), errors };
  const line = value as DeliveryLine;
  const bsn = line.action === 'register' ? line.holder.bsn : undefined;
  if (bsn !== undefined && !passesElevenTest(bsn)) {
    const detail = 'This does not pass the eleven test.';
    return { recordId: line.recordId, errors: [error('bsn-invalid', detail, '/holder/bsn')] };
  }
  return { line };
}

function error(code: string, detail: string, pointer?: string): InputError {
  return { in: 'body', ...(pointer !== undefined && { location: { pointer } }), code, detail };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordIdOf(value: unknown): { readonly recordId?: string } {
  const isNamed = typeof value === 'object' && value !== null && 'recordId' in value;
  const recordId = isNamed ? value.recordId : undefined;
  return typeof recordId === 'string' && /^[\w.:-]{1,64}$/.test(recordId) ? { recordId } : {};
}

/** Whether nine digits can be a BSN: weights 9 to 2 and -1, a sum divisible by 11. */
export function passesElevenTest(bsn: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  return weights.reduce((sum, weight, index) => sum + weight * Number(bsn[index]), 0) % 11 === 0;
}
