import type { EncryptedContent } from '../keys/content-cipher.ts';
import type { Register } from '../register.ts';

/** What a correction request says, and what is said to it. */
export interface CorrectionContent {
  readonly text: string;
  readonly answer?: string;
}

/** Encrypts what a correction request says, for its row and no other. */
export function closeCorrection(
  { keys }: Pick<Register, 'keys'>,
  requestId: string,
  content: CorrectionContent,
): EncryptedContent {
  return keys.content.encrypt(JSON.stringify(content), correctionPlace(requestId));
}

/** Reads what a correction request says. */
export function openCorrection(
  { keys }: Pick<Register, 'keys'>,
  row: EncryptedContent & { readonly requestId: string },
): CorrectionContent {
  return JSON.parse(keys.content.decrypt(row, correctionPlace(row.requestId))) as CorrectionContent;
}

/** Where a correction request is encrypted for. */
export function correctionPlace(requestId: string) {
  return { table: 'correction_requests', row: requestId };
}
