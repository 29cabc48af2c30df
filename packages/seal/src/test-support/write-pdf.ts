import { fromLatin1 } from '../bytes/bytes.ts';

/** The objects of a small document with `extract.json`; what is tested takes the place of others. */
export const plainObjects: Readonly<Record<number, string>> = {
  1: '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(extract.json) 4 0 R] >> >> /AF [4 0 R] >>',
  2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
  4: '<< /Type /Filespec /F (extract.json) /UF (extract.json) /EF << /F 5 0 R /UF 5 0 R >> /AFRelationship /Data >>',
  5: '<< /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream',
};

/** Writes a PDF of one revision in the form of Typst, with the objects numbered from 1. */
export function writePdf(objects: Readonly<Record<number, string>> = plainObjects): Uint8Array {
  let text = '%PDF-1.7\n%\x80\x80\x80\x80\n\n';
  let entries = '0000000000 65535 f\r\n';
  for (const [number, value] of Object.entries(objects)) {
    entries += `${String(text.length).padStart(10, '0')} 00000 n\r\n`;
    text += `${number} 0 obj\n${value}\nendobj\n\n`;
  }
  const size = Object.keys(objects).length + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n${entries}trailer\n<<\n  /Size ${size}\n  /Root 1 0 R\n>>\n`;
  return fromLatin1(`${text}startxref\n${start}\n%%EOF`);
}
