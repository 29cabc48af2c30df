import type {
  DeliveryLine,
  InputError,
  RegisterLine,
  Rejection,
  WithdrawLine,
} from '@diplomaregister/contract';
import {
  checkRegisterLine,
  checkWithdrawLine,
  type LineContext,
  lineError,
} from '@diplomaregister/contract/problems';
import type { Contract } from '../contract.ts';

/** A line that keeps the contract, or what is wrong with it. */
export type CheckedLine = { readonly line: DeliveryLine } | Omit<Rejection, 'line'>;

const mostBytes = 64 * 1024;

/** Reads a line of a delivery, strictly. */
export function checkLine(contract: Contract, text: string, context: LineContext): CheckedLine {
  if (new TextEncoder().encode(text).length > mostBytes) {
    return { errors: [lineError('line-too-long')] };
  }
  const value = parse(text);
  if (value === undefined) return { errors: [lineError('line-not-json')] };
  const errors = findErrors(contract, value, context);
  return errors.length > 0
    ? { ...recordIdOf(value), errors: [...errors] }
    : { line: value as DeliveryLine };
}

function findErrors(contract: Contract, value: unknown, context: LineContext) {
  const check = (schema: string) => contract.checkBody(`/components/schemas/${schema}`, value);
  switch (propertyOf(value, 'action')) {
    case 'register': {
      const errors = check('RegisterLine');
      return [...errors, ...checkRegisterLine(value as RegisterLine, errors, context)];
    }
    case 'withdraw': {
      const errors = check('WithdrawLine');
      return errors.length > 0 ? errors : checkWithdrawLine(value as WithdrawLine, context);
    }
    default:
      return [actionError(value)];
  }
}

function actionError(value: unknown): InputError {
  const at = { in: 'body', location: { pointer: '/action' } } as const;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const detail = 'This has another type than the contract says.';
    return { in: 'body', location: { pointer: '' }, code: 'type', detail };
  }
  return 'action' in value
    ? {
        ...at,
        code: 'not-allowed',
        detail: 'This is not one of the values that the contract knows.',
      }
    : { ...at, code: 'required', detail: 'This is required.' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordIdOf(value: unknown): { readonly recordId?: string } {
  const recordId = propertyOf(value, 'recordId');
  return typeof recordId === 'string' && /^[\w.:-]{1,64}$/.test(recordId) ? { recordId } : {};
}

function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
