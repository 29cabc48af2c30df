import type { Extract, ExtractedDiploma } from '@diplomaregister/contract';
import { readDiploma } from './read-diploma.ts';
import type { Reader } from './reader.ts';
import { integer, list, Misfit, moment, oneOf, record, text } from './reader.ts';
import { parseJson } from './register.ts';

const readStatus = record({ uri: text(/^https?:\/\/\S+$/, 2_000), index: integer(131_071) });

const readExtractedDiploma: Reader<ExtractedDiploma> = (value) => {
  if (typeof value !== 'object' || value === null || !('status' in value)) throw new Misfit();
  const { status, ...diploma } = value;
  return { status: readStatus(status), ...readDiploma(diploma) };
};

const readContent: Reader<Extract> = record({
  profile: oneOf('diplomaregister-extract-1'),
  number: text(/^DR(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z*~$=U]$/),
  issuedAt: moment,
  language: oneOf('nl', 'en'),
  example: oneOf(true, false),
  diplomas: list(readExtractedDiploma, 50),
});

/**
 * Reads `extract.json` (UTF-8), strictly: what the contract's `Extract` does not name is refused.
 *
 * @throws Misfit when it is anything else.
 */
export function readExtract(bytes: Uint8Array): Extract {
  return readContent(parseJson(bytes));
}
