import type { Extract } from '@diplomaregister/contract';

/**
 * Composes a plain PDF that an extract can be sealed into: one page of text, and `extract.json`
 * attached. It is laid out as the seal asks, and far from the register's own PDF/A.
 */
export function composeDocument(extract: Extract): Uint8Array<ArrayBuffer> {
  const attachment = new TextEncoder().encode(JSON.stringify(extract));
  const page = pageContent(extract);
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R /AF [5 0 R] ' +
      '/Names << /EmbeddedFiles << /Names [(extract.json) 5 0 R] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 7 0 R >> >> >>',
    stream('', latin1(page)),
    '<< /Type /Filespec /F (extract.json) /UF (extract.json) /AFRelationship /Data ' +
      '/EF << /F 6 0 R >> >>',
    stream('/Type /EmbeddedFile /Subtype /application#2Fjson ', attachment),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]);
}

type PdfObject = string | { readonly dictionary: string; readonly content: Uint8Array };

function stream(entries: string, content: Uint8Array): PdfObject {
  return { dictionary: `<< ${entries}/Length ${content.length} >>`, content };
}

/** Writes the objects with a cross-reference table (ISO 32000-1, section 7.5). */
function writePdf(objects: readonly PdfObject[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? latin1(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };

  write('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  const entries = objects.map((object, index) => {
    const entry = `${String(length).padStart(10, '0')} 00000 n\r\n`;
    write(`${index + 1} 0 obj\n`);
    if (typeof object === 'string') write(object);
    else {
      write(`${object.dictionary}\nstream\n`);
      write(object.content);
      write('\nendstream');
    }
    write('\nendobj\n');
    return entry;
  });
  const start = length;
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f\r\n${entries.join('')}`);
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);

  const pdf = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    pdf.set(part, at);
    at += part.length;
  }
  return pdf;
}

function pageContent({ diplomas, language, number }: Extract): string {
  const dutch = language === 'nl';
  const lines = [
    dutch ? 'Uittreksel uit het diplomaregister' : 'Extract from the diploma register',
    'VOORBEELD, GEEN WAARDE',
    number,
    ...diplomas.flatMap((diploma) => [
      '',
      [diploma.holder.givenNames, diploma.holder.prefix, diploma.holder.familyName]
        .filter(Boolean)
        .join(' '),
      (!dutch && diploma.programme.englishName) || diploma.programme.name,
      `${diploma.institution.name}, ${diploma.institution.city}`,
      'awardedOn' in diploma ? diploma.awardedOn : diploma.awardedIn,
    ]),
  ];
  return `BT /F1 14 Tf 20 TL 60 780 Td\n${lines.map((line) => `${text(line)} '`).join('\n')}\nET`;
}

/** A hexadecimal string; what the font cannot show becomes a question mark. */
function text(line: string): string {
  const codes = Array.from(line, (character) => character.codePointAt(0) ?? 0x3f);
  const hexadecimal = codes.map((code) => (code > 255 ? 0x3f : code).toString(16).padStart(2, '0'));
  return `<${hexadecimal.join('')}>`;
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
