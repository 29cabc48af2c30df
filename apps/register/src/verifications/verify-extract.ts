import { createHash, timingSafeEqual } from 'node:crypto';
import type { ExtractStanding, ExtractVerificationRequest } from '@diplomaregister/contract';
import { sql } from 'kysely';
import type { Register } from '../register.ts';
import type { Standing } from '../store/schema.ts';

interface FoundExtract {
  readonly sha256: Uint8Array;
  /** Of each diploma, in the order of the extract. */
  readonly standings: Standing[];
}

/** Compared with when there is no such number; no file has it as its hash. */
const noHash = new Uint8Array(32);

/**
 * How the diplomas of an extract stand, for whoever has its file. A number that was never issued and
 * a file that is another one get the same answer. A diploma that was removed after its term stands
 * as it did then; where that is not known, since an older version of the register removed it, it
 * counts as withdrawn.
 */
export async function verifyExtract(
  { database, now }: Pick<Register, 'database' | 'now'>,
  { extractNumber, sha256 }: ExtractVerificationRequest,
): Promise<ExtractStanding> {
  const checkedAt = now().toISOString();
  const numberHash = createHash('sha256').update(extractNumber).digest();
  const { rows } = await sql<FoundExtract>`
    select extracts.sha256, array_agg(
      coalesce(versions.standing, removed.standing, 'withdrawn') order by issued.place
    ) as standings
    from extract_numbers
    join extracts on extracts.holder_id = extract_numbers.holder_id
      and extracts.number = ${extractNumber}
    cross join unnest(extracts.diploma_ids, extracts.diploma_versions)
      with ordinality as issued(diploma_id, version, place)
    left join diploma_versions as versions on versions.holder_id = extracts.holder_id
      and versions.diploma_id = issued.diploma_id
      and versions.version = issued.version
    left join removed_versions as removed on removed.holder_id = extracts.holder_id
      and removed.diploma_id = issued.diploma_id
      and removed.version = issued.version
    where extract_numbers.number_hash = ${numberHash}
    group by extracts.holder_id, extracts.number
  `.execute(database);
  const [found] = rows;
  const isThisFile = timingSafeEqual(Buffer.from(sha256, 'hex'), found?.sha256 ?? noHash);
  if (found === undefined || !isThisFile) return { outcome: 'not-an-extract', checkedAt };
  return { outcome: outcomeOf(found.standings), standings: found.standings, checkedAt };
}

function outcomeOf(standings: readonly Standing[]): 'genuine' | 'superseded' | 'withdrawn' {
  if (standings.includes('withdrawn')) return 'withdrawn';
  return standings.includes('superseded') ? 'superseded' : 'genuine';
}
