import type { DiplomaLookup, DiplomaLookupRequest } from '@diplomaregister/contract';
import type { Connection } from './connection.ts';
import type { RequestOptions } from './request.ts';
import { readJson, sending } from './request.ts';

export interface DiplomaLookups {
  /**
   * For institutions, for admission only: the diplomas of somebody by BSN. The holder sees each look
   * in the access records, so it is sent once.
   */
  create(request: DiplomaLookupRequest, options?: RequestOptions): Promise<DiplomaLookup>;
}

export function diplomaLookups(connection: Connection): DiplomaLookups {
  return {
    create: (request, options) =>
      connection.send(
        sending('POST', '/diploma-lookups', request, false, options),
        readJson<DiplomaLookup>,
      ),
  };
}
