/** Which characters a font can print. */
export type FontCoverage = (codePoint: number) => boolean;

/**
 * Reads from a TrueType font which characters it has glyphs for: its `cmap` table, format 12
 * (OpenType 1.9.1). PDF/A forbids characters without a glyph, so the text must be known to fit
 * before it is set.
 *
 * @throws Error when the font has no such table.
 */
export function readFontCoverage(font: Uint8Array): FontCoverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const covered = readCodePoints(view, findSubtable(view, findTable(view, 'cmap')));
  return (codePoint) => covered.has(codePoint);
}

function findTable(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let table = 0; table < tables; table++) {
    const record = 12 + 16 * table;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(record + i)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

function findSubtable(view: DataView, cmap: number): number {
  const encodings = view.getUint16(cmap + 2);
  for (let encoding = 0; encoding < encodings; encoding++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * encoding + 4);
    if (view.getUint16(subtable) === 12) return subtable;
  }
  throw new Error('The font has no character map in format 12.');
}

function readCodePoints(view: DataView, subtable: number): ReadonlySet<number> {
  const codePoints = new Set<number>();
  const groups = view.getUint32(subtable + 12);
  for (let group = 0; group < groups; group++) {
    const record = subtable + 16 + 12 * group;
    const last = view.getUint32(record + 4);
    for (let codePoint = view.getUint32(record); codePoint <= last; codePoint++) {
      codePoints.add(codePoint);
    }
  }
  return codePoints;
}
