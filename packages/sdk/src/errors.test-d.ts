import { describe, expectTypeOf, it } from 'vitest';
import {
  ApiError,
  BrokenInputError,
  type DeliveryInterruptedError,
  type DeliveryReport,
  type InputError,
  RegisterError,
  type TimeoutError,
  TooManyRequestsError,
  UnexpectedAnswerError,
} from './index.ts';

describe('an error', () => {
  it('tells more, the more is known of it', () => {
    const describeError = (error: unknown) => {
      if (error instanceof TooManyRequestsError) return error.retryAfter;
      if (error instanceof ApiError) return error.errors;
      if (error instanceof UnexpectedAnswerError || error instanceof BrokenInputError) {
        return error.code;
      }
      if (error instanceof RegisterError) {
        expectTypeOf(error).not.toHaveProperty('status');
        return error.code.length;
      }
      return error;
    };
    expectTypeOf(describeError).returns.toBeUnknown();
    expectTypeOf<ApiError['errors']>().toEqualTypeOf<readonly InputError[]>();
    expectTypeOf<ApiError['requestId']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<TooManyRequestsError['retryAfter']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<TimeoutError>().not.toHaveProperty('status');
  });

  it('has codes that a switch can be held to, where this package has made them', () => {
    expectTypeOf<UnexpectedAnswerError['code']>().toEqualTypeOf<
      'answer-malformed' | 'answer-too-large' | 'not-a-register' | 'redirected'
    >();
    expectTypeOf<BrokenInputError['code']>().toEqualTypeOf<
      'input-cut-off' | 'input-line-too-long' | 'input-not-utf-8'
    >();
    // The register's own codes grow.
    expectTypeOf<ApiError['code']>().toEqualTypeOf<string>();
  });

  it('that stopped a delivery has its report', () => {
    expectTypeOf<DeliveryInterruptedError['report']>().toEqualTypeOf<DeliveryReport>();
    expectTypeOf<DeliveryInterruptedError>().toExtend<RegisterError>();
    expectTypeOf<DeliveryInterruptedError>().not.toExtend<ApiError>();
  });

  it('of the root is never made', () => {
    // @ts-expect-error: it is abstract
    new RegisterError('code', 'message');
  });
});
