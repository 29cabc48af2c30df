import type { AwardedDiploma } from '@diplomaregister/contract';
import type { EncryptedContent } from '../keys/content-cipher.ts';
import type { Register } from '../register.ts';
import type { DiplomaVersionRow } from '../store/schema.ts';

type Place = Pick<DiplomaVersionRow, 'diplomaId' | 'version'>;

/** Encrypts what a version of a diploma says, for its row and no other. */
export function closeContent(
  { keys }: Pick<Register, 'keys'>,
  place: Place,
  content: AwardedDiploma,
): EncryptedContent {
  return keys.content.encrypt(JSON.stringify(content), diplomaContentPlace(place));
}

/** Reads what a version of a diploma says. */
export function openContent(
  { keys }: Pick<Register, 'keys'>,
  row: Place & EncryptedContent,
): AwardedDiploma {
  return JSON.parse(keys.content.decrypt(row, diplomaContentPlace(row))) as AwardedDiploma;
}

/** Where what a version says is kept encrypted. */
export function diplomaContentPlace({ diplomaId, version }: Place) {
  return { table: 'diploma_versions', row: diplomaId, version };
}
