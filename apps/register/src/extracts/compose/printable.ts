import type { FontCoverage } from './font-coverage.ts';

/** What stands for a character that the font does not have. */
const replacement = '□';

/** The longest run of characters without a space that is left whole. */
const longestWord = 32;

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;
const word = /\S+/gu;
const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/**
 * Text as it can be set on the page: composed (NFC), without characters that are invisible or
 * change direction, and with □ for each character that the font does not have. A word too long for
 * a line gets places to break it.
 */
export function printable(text: string, covers: FontCoverage): string {
  const composed = text.normalize('NFC').replace(invisible, '');
  return composed.replace(word, (run) => {
    const characters = Array.from(graphemes.segment(run), ({ segment }) =>
      Array.from(segment).every((character) => covers(character.codePointAt(0) ?? 0))
        ? segment
        : replacement,
    );
    return characters.join(characters.length > longestWord ? '\u200b' : '');
  });
}

/** Whether {@link printable} had to replace something. */
export function isReplaced(text: string): boolean {
  return text.includes(replacement);
}
