import type { AwardedDiploma, Diploma, StatusReference } from '@diplomaregister/contract';
import type { HolderId } from '../holders/holder-id.ts';
import type { Register } from '../register.ts';
import { statusReference } from '../status-lists/status-reference.ts';
import type { DiplomaVersionRow } from '../store/schema.ts';
import { openContent } from './diploma-content.ts';

/** A diploma as it is now, with the place of its standing. */
export interface CurrentDiploma {
  readonly id: string;
  readonly version: number;
  readonly standing: 'valid' | 'withdrawn';
  readonly registeredAt: Date;
  readonly content: AwardedDiploma;
  readonly status: StatusReference;
}

type Reader = Pick<Register, 'database' | 'keys' | 'configuration'>;

/** The columns of a version that a {@link CurrentDiploma} is made of. */
export const currentDiplomaColumns = [
  'holderId',
  'diplomaId',
  'version',
  'standing',
  'registeredAt',
  'content',
  'contentKeyId',
  'statusList',
  'statusIndex',
] as const satisfies readonly (keyof DiplomaVersionRow)[];

/** Those of the given diplomas that are this holder's, as they are now, in the order of `ids`. */
export async function findCurrentDiplomas(
  register: Reader,
  holderId: HolderId,
  ids: readonly string[],
): Promise<CurrentDiploma[]> {
  if (ids.length === 0) return [];
  const rows = await register.database
    .selectFrom('diplomaVersions')
    .select(currentDiplomaColumns)
    .where('holderId', '=', holderId)
    .where('diplomaId', 'in', [...ids])
    .where('isCurrent', '=', true)
    .execute();
  const found = new Map(rows.map((row) => [row.diplomaId, toCurrentDiploma(register, row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Opens a row that is the current version of a diploma. */
export function toCurrentDiploma(
  register: Pick<Register, 'keys' | 'configuration'>,
  row: Pick<DiplomaVersionRow, (typeof currentDiplomaColumns)[number]>,
): CurrentDiploma {
  if (row.standing === 'superseded') throw new Error('A superseded version is never current.');
  return {
    id: row.diplomaId,
    version: row.version,
    standing: row.standing,
    registeredAt: row.registeredAt,
    content: openContent(register, row),
    status: statusReference(register, row),
  };
}

/** The diploma as its holder sees it. */
export function toDiploma({
  content,
  id,
  registeredAt,
  standing,
  version,
}: CurrentDiploma): Diploma {
  return { id, version, standing, registeredAt: registeredAt.toISOString(), ...content };
}
