import type { ListedInstitution, ListedProgramme, Sector } from '@diplomaregister/contract';
import { answeringInstitutions } from '../institutions/successors.ts';
import { cursorUnknown, type Page, readCursor, toPage } from '../pages/pages.ts';
import type { Register } from '../register.ts';
import type { ReferenceInstitution } from './reference-set.ts';
import type { SearchIndex } from './search.ts';

export interface ReferenceListOptions {
  readonly search?: string;
  readonly sector?: Sector;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of the institutions that are known, by name, each with who answers for it now. */
export async function listInstitutions(
  { readDatabase, reference }: Pick<Register, 'readDatabase' | 'reference'>,
  options: ReferenceListOptions,
): Promise<Page<ListedInstitution>> {
  const page = findPage(reference.institutions, options, ({ code }) => code);
  const answering = await answeringInstitutions(readDatabase);
  return {
    ...page,
    items: page.items.map((institution) => toListed(institution, answering.get(institution.code))),
  };
}

/** A page of the programmes that are known, by name. */
export function listProgrammes(
  { reference }: Pick<Register, 'reference'>,
  options: ReferenceListOptions,
): Page<ListedProgramme> {
  return findPage(reference.programmes, options, ({ code, scheme }) => `${scheme} ${code}`);
}

function findPage<Entry>(
  index: SearchIndex<Entry>,
  { cursor, limit = 100, ...wanted }: ReferenceListOptions,
  keyOf: (entry: Entry) => string,
): Page<Entry> {
  const [after] = readCursor(cursor, /^[A-Za-z0-9 ]{1,40}$/) ?? [];
  const found = index.find({ ...wanted, limit, ...(after !== undefined && { after }) });
  if (found === undefined) throw cursorUnknown();
  return toPage(found, limit, (entry) => [keyOf(entry)]);
}

function toListed(
  { closed, code, city, name, opened, sectors }: ReferenceInstitution,
  answeredBy: string | undefined,
): ListedInstitution {
  return {
    code,
    name,
    city,
    sectors: [...sectors],
    ...(opened !== undefined && { openedOn: opened }),
    ...(closed !== undefined && { closedOn: closed }),
    ...(answeredBy !== undefined && { answeredBy }),
  };
}
