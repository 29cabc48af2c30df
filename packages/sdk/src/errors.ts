import type { InputError, Problem } from '@diplomaregister/contract';
import type { DeliveryReport } from './deliveries/report.ts';

/** Whatever goes wrong between a program and the register. No message carries personal data. */
export abstract class RegisterError extends Error {
  /** What went wrong, for programs: a code of this package, or the register's own. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The register could not be reached, or the answer broke off. */
export class ConnectionError extends RegisterError {
  constructor(options?: ErrorOptions) {
    super(
      'connection-failed',
      'No answer, or one that broke off: check the network and `url`.',
      options,
    );
  }
}

/** The register did not answer in time. */
export class TimeoutError extends RegisterError {
  constructor(milliseconds: number) {
    super('timeout', `No answer within ${milliseconds} ms: try later.`);
  }
}

/** What is wrong with an answer that no register of this contract gives. */
export type UnexpectedAnswerCode =
  | 'answer-malformed'
  | 'answer-too-large'
  | 'not-a-register'
  | 'redirected';

/**
 * What answered is not a register of this contract, as with a captive portal, a redirect or a wrong
 * address.
 */
export class UnexpectedAnswerError extends RegisterError {
  declare readonly code: UnexpectedAnswerCode;
  /** 0 for a redirect in a browser. */
  readonly status: number;
  constructor(code: UnexpectedAnswerCode, status: number, advice = '') {
    super(code, `The answer (${status}) is not one of a diploma register${advice}`);
    this.status = status;
  }
}

/** The register refused, as a rule with a problem (RFC 9457). */
export class ApiError extends RegisterError {
  readonly status: number;
  /** The whole refusal, where it came with one. */
  readonly problem: Problem | undefined;
  /** The register's name for the request: tell it when you ask for help. */
  readonly requestId: string | undefined;
  /** More about what went wrong, in English. */
  readonly detail: string | undefined;
  /** Every invalid part of the input; empty where the input was not the problem. */
  readonly errors: readonly InputError[];
  /** Milliseconds to wait before the next try, where the register said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, problem?: Problem, retryAfter?: number, advice = '') {
    super(
      problem?.type.replace(/.*:/, '') ?? `status-${status}`,
      `${problem?.title ?? 'The register refused'} (${status})${advice}`,
    );
    this.problem = problem;
    this.status = status;
    this.requestId = problem?.instance.replace(/^urn:uuid:/, '');
    this.detail = problem?.detail;
    this.errors = problem?.errors ?? [];
    this.retryAfter = retryAfter;
  }
}

/** 400: the input is invalid; `errors` names every invalid part. */
export class BadRequestError extends ApiError {}
/** 401: no access token, or not a valid one: sign in again. */
export class UnauthorizedError extends ApiError {}
/** 403: the access token does not allow this. */
export class ForbiddenError extends ApiError {}
/** 404: there is no such thing, or it is not yours. */
export class NotFoundError extends ApiError {}
/** 409: the state of the thing does not allow this. */
export class ConflictError extends ApiError {}
/** 429: too many requests; wait `retryAfter`. */
export class TooManyRequestsError extends ApiError {}
/** 500 and above: the register cannot do this now. */
export class UnavailableError extends ApiError {}

const brokenInputs = {
  'input-cut-off': 'is cut off, as in a file that was copied half: make it whole',
  'input-line-too-long': 'is too long: write one record a line',
  'input-not-utf-8': 'is not UTF-8: write it as UTF-8',
} as const;

/** A code of {@link BrokenInputError}. */
export type BrokenInputCode = keyof typeof brokenInputs;

/** The lines of a delivery are not whole, too long, or not in UTF-8. The lines before are stored. */
export class BrokenInputError extends RegisterError {
  declare readonly code: BrokenInputCode;
  /** The number of the line, counted from 1. */
  readonly line: number;

  constructor(code: BrokenInputCode, line: number) {
    super(code, `Line ${line} ${brokenInputs[code]}.`);
    this.line = line;
  }
}

/** A delivery stopped halfway; what was stored before stays stored. */
export class DeliveryInterruptedError extends RegisterError {
  /** What the register had stored when it stopped. */
  readonly report: DeliveryReport;

  constructor(report: DeliveryReport, cause: unknown) {
    super(
      cause instanceof RegisterError ? cause.code : 'delivery-interrupted',
      `The delivery stopped: send all of it again, which does no harm, or go on with \`after: ${report.through}\`.${cause instanceof RegisterError ? ` ${cause.message}` : ''}`,
      { cause },
    );
    this.report = report;
  }
}
