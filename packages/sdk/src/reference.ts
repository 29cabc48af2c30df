import type {
  Coverage,
  ListedInstitution,
  ListedProgramme,
  Sector,
} from '@diplomaregister/contract';
import type { Connection } from './connection.ts';
import type { List, ListOptions } from './list.ts';
import { list } from './list.ts';
import type { RequestOptions } from './request.ts';
import { get } from './request.ts';

/** How to find institutions or programmes. */
export interface SearchOptions extends ListOptions {
  /** Words of the name, the city or the code, in any order and case, with or without accents. */
  readonly search?: string | undefined;
  readonly sector?: Sector | undefined;
}

export interface Institutions {
  /** The institutions that deliver or delivered diplomas, by name. */
  list(options?: SearchOptions): List<ListedInstitution>;
}

export interface Programmes {
  /** The programmes of which diplomas are registered, by name. */
  list(options?: SearchOptions): List<ListedProgramme>;
}

export interface CoveredKinds {
  /** Which kinds of diplomas are in the register, and from which year. */
  get(options?: RequestOptions): Promise<Coverage>;
}

export function coverage(connection: Connection): CoveredKinds {
  return { get: (options) => get(connection, '/coverage', options, false) };
}

export function institutions(connection: Connection): Institutions {
  return { list: (options) => find(connection, '/institutions', options) };
}

export function programmes(connection: Connection): Programmes {
  return { list: (options) => find(connection, '/programmes', options) };
}

function find<T>(
  connection: Connection,
  path: string,
  { limit, search, sector, signal }: SearchOptions = {},
): List<T> {
  const options: SearchOptions = { limit, search, sector, signal };
  return list(connection, path, options, false);
}
