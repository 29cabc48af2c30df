import { readFile } from 'node:fs/promises';
import type { ProgrammeScheme } from '@diplomaregister/contract';
import type { Text } from '../site/language.ts';

/** A programme that a school can deliver diplomas of. */
export interface TaughtProgramme {
  readonly scheme: ProgrammeScheme;
  readonly code: string;
  readonly name: Text;
}

/** A fictional school. */
export interface School {
  /** Its code in the register (BRIN). */
  readonly institution: string;
  readonly name: string;
  readonly city: string;
  /** Its name at the token service. */
  readonly clientId: string;
  readonly programmes: readonly TaughtProgramme[];
}

export async function readSchools(): Promise<readonly School[]> {
  const file = new URL('../../cast/schools.json', import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as readonly School[];
}
