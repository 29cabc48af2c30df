import type { CorrectionProgress, ReceivedCorrectionRequest } from '@diplomaregister/contract';
import {
  ApiError,
  type Client,
  ForbiddenError,
  RegisterError,
  TooManyRequestsError,
  UnauthorizedError,
} from '@diplomaregister/sdk';

/** Some of the reports, newest first. */
export interface InboxPage {
  readonly items: readonly ReceivedCorrectionRequest[];
  /** Whether there are older ones. */
  readonly hasMore: boolean;
}

/** What holders reported to a school, and its answers. */
export interface Inbox {
  /** @param page counts from 1. */
  requests(page: number): Promise<InboxPage>;
  /** Says how far a request is. */
  answer(requestId: string, progress: CorrectionProgress): Promise<unknown>;
}

/** Why an answer was not saved. */
export type InboxFailure =
  /** There is something wrong with the answer, or the report has one already. */
  | 'rejected'
  /** The register does not know the school, or not as one that may answer. */
  | 'not-allowed'
  | 'too-many'
  | 'failed';

/** So many reports stand on a page. */
export const reportsAtOnce = 50;

export function openInbox({ correctionRequests }: Pick<Client, 'correctionRequests'>): Inbox {
  return {
    async requests(page) {
      const end = page * reportsAtOnce;
      const items: ReceivedCorrectionRequest[] = [];
      for await (const request of correctionRequests.inbox()) {
        if (items.length === end) return { items: items.slice(-reportsAtOnce), hasMore: true };
        items.push(request);
      }
      return { items: items.slice(end - reportsAtOnce), hasMore: false };
    },
    answer: (requestId, progress) => correctionRequests.update(requestId, progress),
  };
}

/** @throws what does not come from the register. */
export function failureOf(error: unknown): InboxFailure {
  if (error instanceof TooManyRequestsError) return 'too-many';
  if (error instanceof UnauthorizedError || error instanceof ForbiddenError) return 'not-allowed';
  if (error instanceof ApiError && error.status < 500) return 'rejected';
  if (error instanceof RegisterError) return 'failed';
  throw error;
}
