import { sql } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import { idForm, type Page, readCursor, toPage } from '../pages/pages.ts';
import type { Register } from '../register.ts';
import type { DiplomaVersionRow } from '../store/schema.ts';
import {
  type CurrentDiploma,
  type currentDiplomaColumns,
  toCurrentDiploma,
} from './current-diplomas.ts';

export interface DiplomaListOptions {
  readonly cursor?: string;
  readonly limit?: number;
}

type ListedRow = Pick<DiplomaVersionRow, (typeof currentDiplomaColumns)[number] | 'awarded'>;

const awardedForm = /^\d{4}-\d{2}(-\d{2})?$/;

/** A page of the holder's diplomas as they are now, newest award first. */
export async function listCurrentDiplomas(
  register: Pick<Register, 'readDatabase' | 'keys' | 'configuration'>,
  holderId: HolderId,
  { cursor, limit = 100 }: DiplomaListOptions,
): Promise<Page<CurrentDiploma>> {
  const after = readCursor(cursor, awardedForm, idForm);
  const further =
    after === undefined ? sql`` : sql`and (awarded, diploma_id) < (${after[0]}, ${after[1]}::uuid)`;
  // Written out: nothing is asked for more often, and to build it each time takes a while.
  const { rows } = await sql<ListedRow>`
    select holder_id, diploma_id, version, standing, registered_at, content, content_key_id,
      status_list, status_index, awarded
    from diploma_versions
    where holder_id = ${holderId} and is_current ${further}
    order by awarded desc, diploma_id desc
    limit ${limit + 1}
  `.execute(register.readDatabase);
  const page = toPage(rows, limit, (row) => [row.awarded, row.diplomaId]);
  return { ...page, items: page.items.map((row) => toCurrentDiploma(register, row)) };
}
