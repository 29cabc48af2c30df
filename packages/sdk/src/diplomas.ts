import type { Diploma } from '@diplomaregister/contract';
import type { Connection } from './connection.ts';
import type { List, ListOptions } from './list.ts';
import { list } from './list.ts';
import type { RequestOptions } from './request.ts';
import { get } from './request.ts';

export interface Diplomas {
  /** The holder's own diplomas, newest award first. */
  list(options?: ListOptions): List<Diploma>;
  /** One of the holder's own diplomas. */
  get(id: string, options?: RequestOptions): Promise<Diploma>;
}

export function diplomas(connection: Connection): Diplomas {
  return {
    list: (options) => list(connection, '/diplomas', options),
    get: (id, options) => get(connection, `/diplomas/${encodeURIComponent(id)}`, options),
  };
}
