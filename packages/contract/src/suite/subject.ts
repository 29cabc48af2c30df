import type { RegisterLine } from '../index.ts';
import { checkResponse, type OperationId } from './check-response.ts';

/** A register that the suite is run on: a server, or a mock of one. */
export interface SuiteSubject {
  /** The address of its API, with the version. */
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly tokens: {
    holder(): string | Promise<string>;
    institution(): string | Promise<string>;
    /** A valid token of the holder or the institution that allows nothing. */
    scopeless(role: 'holder' | 'institution'): string | Promise<string>;
  };
  /** The subject's clock, where it is not that of this machine. */
  readonly now?: () => Date;
  /** A line that registers a diploma of the holder, by the institution. */
  line(recordId: string): RegisterLine;
}

/** What a case of the suite sends. */
export interface Question {
  /** Below the register's address. */
  readonly path: string;
  readonly method?: 'DELETE' | 'PATCH' | 'POST';
  readonly as?: 'holder' | 'institution';
  /** Whether the token allows nothing. */
  readonly scopeless?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; text is sent as it is. */
  readonly content?: unknown;
}

/** Asks the subject, and holds each answer to the contract. */
export interface Asker {
  readonly subject: SuiteSubject;
  /** @throws Error when the answer has another status, or differs from the contract. */
  ask(operation: OperationId, status: number, question: Question): Promise<Response>;
  /** The operations that succeeded so far. */
  readonly succeeded: ReadonlySet<OperationId>;
}

/** Begins a run of the suite. */
export function createAsker(subject: SuiteSubject): Asker {
  const succeeded = new Set<OperationId>();
  return {
    subject,
    succeeded,
    async ask(operation, status, question) {
      const response = await subject.fetch(
        subject.url + question.path,
        await init(subject, question),
      );
      if (response.status !== status) {
        const text = await response.text();
        throw new Error(`${operation}: ${response.status} instead of ${status}: ${text}`);
      }
      const faults = await checkResponse(operation, response);
      if (faults.length > 0) throw new Error(`${operation} ${status}: ${faults.join('\n')}`);
      if (response.ok) succeeded.add(operation);
      return response;
    },
  };
}

async function init(
  { tokens }: SuiteSubject,
  { as, content, headers = {}, method, scopeless }: Question,
): Promise<RequestInit> {
  const all: Record<string, string> = { ...headers };
  if (as) {
    const token = await (scopeless ? tokens.scopeless(as) : tokens[as]());
    all['authorization'] = `Bearer ${token}`;
  }
  if (content === undefined) return { method: method ?? 'GET', headers: all };
  all['content-type'] ??= 'application/json';
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  return { method: method ?? 'GET', headers: all, body };
}
