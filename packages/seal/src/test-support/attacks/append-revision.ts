import { concat, fromLatin1, toLatin1 } from '../../bytes/bytes.ts';

/** Appends objects as any editor would: with a sound table and a trailer that leads back. */
export function appendRevision(
  file: Uint8Array,
  objects: Readonly<Record<number, string>>,
  extra = '',
): Uint8Array {
  const text = toLatin1(file);
  const previous = /startxref\n(\d+)\n%%EOF\n?$/.exec(text)?.[1] ?? '';
  const size = Math.max(
    Number(lastMatch(text, /\/Size (\d+)/g)),
    ...Object.keys(objects).map((key) => Number(key) + 1),
  );
  const root = lastMatch(text, /\/Root (\d+) 0 R/g);
  let addition = '';
  let table = 'xref\n';
  for (const [number, value] of Object.entries(objects)) {
    table += `${number} 1\n${String(file.length + addition.length).padStart(10, '0')} 00000 n\r\n`;
    addition += `${number} 0 obj\n${value}\nendobj\n`;
  }
  const start = file.length + addition.length;
  const trailer = `trailer\n<< /Size ${size} /Root ${root} 0 R /Prev ${previous}${extra} >>\n`;
  return concat(file, fromLatin1(`${addition}${table}${trailer}startxref\n${start}\n%%EOF\n`));
}

/** The number and the text of the last object of a type, in a file as the register writes it. */
export function lastObject(file: Uint8Array, type: string): { number: number; value: string } {
  const objects = [...toLatin1(file).matchAll(/(\d+) 0 obj\n(<<[\s\S]*?)\nendobj/g)];
  const found = objects.findLast(([, , value = '']) => new RegExp(`/Type /${type}\\b`).test(value));
  if (!found) throw new RangeError(`There is no ${type}`);
  return { number: Number(found[1]), value: found[2] ?? '' };
}

/** The number that the next new object gets. */
export function nextNumber(file: Uint8Array): number {
  return Number(lastMatch(toLatin1(file), /\/Size (\d+)/g));
}

function lastMatch(text: string, pattern: RegExp): string {
  return [...text.matchAll(pattern)].at(-1)?.[1] ?? '';
}
