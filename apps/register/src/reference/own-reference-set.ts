import { readReferenceFile } from './reference-file.ts';
import type { ReferenceSet } from './reference-set.ts';

const folder = new URL('../../reference/', import.meta.url);

/** The reference set of the project's own: fictional institutions, real programmes and subjects. */
export async function ownReferenceSet(): Promise<ReferenceSet> {
  const [{ institutions }, { programmes }, { subjects }] = await Promise.all([
    readReferenceFile(new URL('institutions.json', folder)),
    readReferenceFile(new URL('programmes.json', folder)),
    readReferenceFile(new URL('subjects.json', folder)),
  ]);
  return { institutions, programmes, subjects };
}
