import { sql } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import { idForm, type Page, readCursor, toPage } from '../pages/pages.ts';
import type { Register } from '../register.ts';
import {
  type CurrentDiploma,
  currentDiplomaColumns,
  toCurrentDiploma,
} from './current-diplomas.ts';

export interface DiplomaListOptions {
  readonly cursor?: string;
  readonly limit?: number;
}

const awardedForm = /^\d{4}-\d{2}(-\d{2})?$/;

/** A page of the holder's diplomas as they are now, newest award first. */
export async function listCurrentDiplomas(
  register: Pick<Register, 'readDatabase' | 'keys' | 'configuration'>,
  holderId: HolderId,
  { cursor, limit = 100 }: DiplomaListOptions,
): Promise<Page<CurrentDiploma>> {
  const after = readCursor(cursor, awardedForm, idForm);
  let query = register.readDatabase
    .selectFrom('diplomaVersions')
    .select([...currentDiplomaColumns, 'awarded'])
    .where('holderId', '=', holderId)
    .where('isCurrent', '=', true)
    .orderBy('awarded', 'desc')
    .orderBy('diplomaId', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    query = query.where(sql<boolean>`(awarded, diploma_id) < (${after[0]}, ${after[1]}::uuid)`);
  }
  const page = toPage(await query.execute(), limit, (row) => [row.awarded, row.diplomaId]);
  return { ...page, items: page.items.map((row) => toCurrentDiploma(register, row)) };
}
