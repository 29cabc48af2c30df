import type {
  CorrectionProgress,
  CorrectionRequest,
  CorrectionStatus,
  NewCorrectionRequest,
  ReceivedCorrectionRequest,
} from '@diplomaregister/contract';
import type { Connection } from './connection.ts';
import type { List, ListOptions } from './list.ts';
import { list } from './list.ts';
import type { CreateOptions, RequestOptions } from './request.ts';
import { creation, readJson, sending } from './request.ts';

export interface CorrectionListOptions extends ListOptions {
  /** Only those that are so far. */
  readonly status?: CorrectionStatus | undefined;
}

export interface CorrectionRequests {
  /** For holders: tells an institution that a diploma is missing or wrong. */
  create(request: NewCorrectionRequest, options?: CreateOptions): Promise<CorrectionRequest>;
  /** For holders: the own requests, newest first. */
  list(options?: CorrectionListOptions): List<CorrectionRequest>;
  /** For institutions: the requests that it answers, newest first. */
  inbox(options?: CorrectionListOptions): List<ReceivedCorrectionRequest>;
  /** For institutions: says how far a request is, and in the end what became of it. */
  update(
    id: string,
    progress: CorrectionProgress,
    options?: RequestOptions,
  ): Promise<ReceivedCorrectionRequest>;
}

const path = '/correction-requests';

export function correctionRequests(connection: Connection): CorrectionRequests {
  return {
    create: (request, options = {}) =>
      connection.send(creation(path, request, options), readJson<CorrectionRequest>),
    list: (options) => list(connection, path, options),
    inbox: (options) => list(connection, path, options),
    update: (id, progress, options) =>
      connection.send(
        sending('PATCH', `${path}/${encodeURIComponent(id)}`, progress, true, options),
        readJson<ReceivedCorrectionRequest>,
      ),
  };
}
