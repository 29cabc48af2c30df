import type { FontCoverage } from './font-coverage.ts';

/** What stands for a character that the font does not have. */
const replacement = '□';

/** The longest run of characters without a space that is left whole. */
const longestWord = 32;

/** After how many characters a longer word may be broken. */
const pieceLength = 8;

/** A space of no width. */
const breakingPlace = '\u200b';

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;
const space = /\s/gu;
const word = /\S+/gu;
const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/**
 * Text as it can be set on the page: composed (NFC), without characters that are invisible or
 * change direction, with plain spaces only, and with □ for each character that the font does not have.
 * A word too long for a line gets places to break it.
 */
export function printable(text: string, covers: FontCoverage): string {
  const composed = text.normalize('NFC').replace(invisible, '').replace(space, ' ');
  return composed.replace(word, (run) =>
    run.length <= longestWord && isCovered(run, covers) ? run : printableWord(run, covers),
  );
}

function printableWord(run: string, covers: FontCoverage): string {
  const characters = Array.from(graphemes.segment(run), ({ segment }) =>
    printableCharacter(segment, covers),
  );
  if (characters.length <= longestWord) return characters.join('');
  return characters
    .map((character, index) =>
      index > 0 && index % pieceLength === 0 ? `${breakingPlace}${character}` : character,
    )
    .join('');
}

/** The character, or its plain form (such as DŽ for the one character Ǆ), or a box. */
function printableCharacter(character: string, covers: FontCoverage): string {
  const forms = [character, character.normalize('NFKC')];
  return forms.find((form) => isCovered(form, covers)) ?? replacement;
}

function isCovered(text: string, covers: FontCoverage): boolean {
  return Array.from(text).every((character) => covers(character.codePointAt(0) ?? 0));
}

/** Whether {@link printable} had to replace something. */
export function isReplaced(text: string): boolean {
  return text.includes(replacement);
}
