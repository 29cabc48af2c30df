import type { InputError, Problem as ProblemBody } from '@diplomaregister/contract';
import { type ProblemCode, problems } from '@diplomaregister/contract/problems';

export interface ProblemOptions {
  /** One sentence about this occurrence; never a value that was sent. */
  readonly detail?: string;
  readonly errors?: readonly InputError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by whoever cannot serve a request; the server turns it into `application/problem+json`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly InputError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail ?? `${problems[code].title}.`);
    this.name = 'Problem';
    this.code = code;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return problems[this.code].status;
  }

  /** The body of the answer (RFC 9457). `instance` names the request. */
  toBody(requestId: string): ProblemBody {
    return {
      type: `urn:problem-type:diplomaregister:${this.code}`,
      title: problems[this.code].title,
      status: this.status,
      detail: this.message,
      instance: `urn:uuid:${requestId}`,
      ...(this.errors && { errors: [...this.errors] }),
    };
  }
}
