import type {
  DeliveryLine,
  InputError,
  RegisterLine,
  WithdrawLine,
} from '@diplomaregister/contract';
import {
  checkRegisterLine,
  checkWithdrawLine,
  type LineContext,
  limitErrors,
  lineError,
  toInputErrors,
} from '@diplomaregister/contract/problems';
import type { ValidateFunction } from 'ajv';
import { contractDocument } from '../contract/operations.ts';
import { createBodyAjv } from '../contract/validators.ts';
import type { RawLine } from './read-lines.ts';

/** A line that may be applied. */
export interface AcceptedLine {
  readonly number: number;
  readonly line: DeliveryLine;
}

/** A line that is refused, with every reason, or a hundred of them where there are more. */
export interface RejectedLine {
  readonly number: number;
  /** The record that it is about, when that can be told. */
  readonly recordId?: string;
  readonly errors: readonly InputError[];
}

export type ParsedLine =
  | ({ readonly outcome: 'accepted' } & AcceptedLine)
  | ({ readonly outcome: 'rejected' } & RejectedLine);

export type LineParser = (raw: RawLine, context: LineContext) => ParsedLine;

/** Makes the parser of lines; compiling the contract's schemas takes a while, so keep it. */
export function createLineParser(): LineParser {
  const ajv = createBodyAjv();
  ajv.addKeyword('components');
  ajv.addSchema({ $id: 'contract', components: contractDocument.components });
  const schemas = {
    register: ajv.compile<RegisterLine>({ $ref: 'contract#/components/schemas/RegisterLine' }),
    withdraw: ajv.compile<WithdrawLine>({ $ref: 'contract#/components/schemas/WithdrawLine' }),
    recordId: ajv.compile<string>({ $ref: 'contract#/components/schemas/RecordId' }),
    any: ajv.compile(anyLine),
  };

  return ({ number, bytes }, context) => {
    if (bytes === undefined) return reject(number, [lineError('line-too-long')]);
    const text = decode(bytes);
    if (text === undefined) return reject(number, [lineError('line-not-text')]);
    const json = parseJson(text);
    if (json === undefined) return reject(number, [lineError('line-not-json')]);

    const errors = check(json.value, context);
    if (errors.length === 0) {
      return { outcome: 'accepted', number, line: json.value as DeliveryLine };
    }
    const recordId = property(json.value, 'recordId');
    const told = limitErrors(errors);
    return reject(number, told, schemas.recordId(recordId) ? recordId : undefined);
  };

  function check(line: unknown, context: LineContext): InputError[] {
    switch (property(line, 'action')) {
      case 'register': {
        const errors = validate(schemas.register, line);
        // The schema's errors tell which parts of the line have the type that is claimed here.
        return [...errors, ...checkRegisterLine(line as RegisterLine, errors, context)];
      }
      case 'withdraw': {
        const errors = validate(schemas.withdraw, line);
        return errors.length > 0 ? errors : checkWithdrawLine(line as WithdrawLine, context);
      }
      default:
        return validate(schemas.any, line);
    }
  }
}

/** What every line has, for lines of which the action is not known. */
const anyLine = {
  type: 'object',
  required: ['action'],
  properties: { action: { enum: ['register', 'withdraw'] } },
};

function validate(schema: ValidateFunction, line: unknown): InputError[] {
  return schema(line) ? [] : toInputErrors(schema.errors ?? [], 'body');
}

function reject(number: number, errors: readonly InputError[], recordId?: string): ParsedLine {
  return { outcome: 'rejected', number, errors, ...(recordId !== undefined && { recordId }) };
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
