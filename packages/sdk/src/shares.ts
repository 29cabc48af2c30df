import type { NewShare, Share, ShareRequest } from '@diplomaregister/contract';
import type { Connection } from './connection.ts';
import type { List, ListOptions } from './list.ts';
import { list } from './list.ts';
import type { CreateOptions, RequestOptions } from './request.ts';
import { ask, creation, readJson } from './request.ts';

export interface Shares {
  /** Shares chosen diplomas until a chosen day. Code and PIN are told here and never again. */
  create(request: ShareRequest, options?: CreateOptions): Promise<NewShare>;
  /** The shares that the holder made, newest first. */
  list(options?: ListOptions): List<Share>;
  /** Withdraws a share, at once and for good. */
  revoke(id: string, options?: RequestOptions): Promise<void>;
}

export function shares(connection: Connection): Shares {
  return {
    async create({ diplomaIds, expiresOn, marks, receiver }, options = {}) {
      const content = { diplomaIds, expiresOn, marks, receiver };
      return connection.send(creation('/shares', content, options), readJson<NewShare>);
    },
    list: (options) => list(connection, '/shares', options),
    revoke: (id, options) =>
      connection.send(ask('DELETE', `/shares/${encodeURIComponent(id)}`, options), async () => {}),
  };
}
