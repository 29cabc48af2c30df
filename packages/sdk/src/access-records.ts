import type { AccessRecord } from '@diplomaregister/contract';
import type { Connection } from './connection.ts';
import type { List, ListOptions } from './list.ts';
import { list } from './list.ts';

export interface AccessRecords {
  /** Who looked at the holder's diplomas, when and by which way, newest first. */
  list(options?: ListOptions): List<AccessRecord>;
}

export function accessRecords(connection: Connection): AccessRecords {
  return { list: (options) => list(connection, '/access-records', options) };
}
