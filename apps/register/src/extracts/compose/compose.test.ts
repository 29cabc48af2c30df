import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Extract } from '@diplomaregister/contract';
import { exampleExtracts } from '@diplomaregister/contract/examples';
import { exampleDocuments } from '@diplomaregister/contract/examples/documents';
import { prepareDocument } from '@diplomaregister/seal/seal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ComposerBusyError, createComposer } from './composer.ts';
import { exampleCheckUrl } from './example-check-url.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

const run = promisify(execFile);
const checkUrl = 'https://check.example/check';
const { dutch, english, three } = exampleExtracts;

let folder: string;
let typesetter: Typesetter;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compose-'));
  typesetter = createTypesetter();
});
afterAll(() => rm(folder, { recursive: true }));

async function composed(extract: Extract): Promise<string> {
  const path = join(folder, 'extract.pdf');
  await writeFile(path, typesetter.compose(extract, { checkUrl }));
  return path;
}

/** The same extract of a register in earnest, whose text has no watermark behind it. */
function earnest(extract: Extract): Extract {
  return { ...extract, example: false };
}

/** What a reader finds on the pages, as one line of words each. */
async function textOf(extract: Extract): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', await composed(extract), '-']);
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' '));
}

/** The first example, about somebody with another name. */
function named(holder: Partial<Extract['diplomas'][number]['holder']>): Extract {
  const [diploma] = english.diplomas;
  return {
    ...earnest(english),
    diplomas: [{ ...diploma, holder: { ...diploma.holder, ...holder } }],
  };
}

describe('the file', () => {
  test('is a tagged PDF/A-3a that says what it is, when it was made and in which language', async () => {
    const path = await composed(dutch);
    const { stdout } = await run('pdfinfo', [path]);
    const { stdout: metadata } = await run('pdfinfo', ['-meta', path]);
    const { stdout: objects } = await run(
      'qpdf',
      ['--qdf', '--object-streams=disable', path, '-'],
      {
        encoding: 'latin1',
      },
    );

    expect(stdout).toMatch(/Title: +Uittreksel uit het diplomaregister\n/);
    expect(stdout).toMatch(/Tagged: +yes/);
    expect(stdout).toMatch(/CreationDate: .*Oct +5 .*2026/);
    expect(stdout).toMatch(/JavaScript: +no/);
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(objects).toMatch(/\/Lang \(nl\)/);
    expect(objects).not.toMatch(/\/(URI|OpenAction|Annots)\b/);
  });

  test('is sound, and has all its fonts in it', async () => {
    const path = await composed(three);
    const { stdout: check } = await run('qpdf', ['--check', path]);
    const { stdout: fonts } = await run('pdffonts', [path]);

    expect(check).toContain('No syntax or stream encoding errors found');
    const faces = fonts.trim().split('\n').slice(2);
    expect(faces.length).toBeGreaterThan(0);
    for (const face of faces) expect(face).toMatch(/SourceSans3-\w+ .* yes yes yes/);
  });

  test('carries the extract itself, to the letter', async () => {
    const path = await composed(three);
    await run('pdfdetach', ['-save', '1', '-o', join(folder, 'extract.json'), path]);
    const { stdout: list } = await run('pdfdetach', ['-list', path]);
    const { stdout: objects } = await run(
      'qpdf',
      ['--qdf', '--object-streams=disable', path, '-'],
      {
        encoding: 'latin1',
      },
    );

    expect(list).toContain('1 embedded files');
    expect(list).toContain('extract.json');
    expect(JSON.parse(await readFile(join(folder, 'extract.json'), 'utf8'))).toEqual(three);
    expect(objects).toMatch(/\/AFRelationship \/Data/);
    expect(objects).toMatch(/\/Subtype \/application#2fjson/i);
  });

  test.each(['dutch', 'english', 'three'] as const)(
    '%s is the one in the contract, byte for byte',
    (name) => {
      const pdf = typesetter.compose(exampleExtracts[name], { checkUrl: exampleCheckUrl });

      expect(Buffer.from(pdf).toString('base64')).toBe(exampleDocuments[name]);
    },
  );
});

describe('the pages', () => {
  test('in Dutch have the labels, dates and marks of the Netherlands', async () => {
    const [diploma] = dutch.diplomas;
    const [page = ''] = await textOf(earnest(dutch));

    expect(page).toContain('Uittreksel uit het diplomaregister');
    expect(page).toContain(`Achternaam ${diploma.holder.familyName}`);
    expect(page).toContain(`Voorna(a)m(en) ${diploma.holder.givenNames}`);
    expect(page).toMatch(/Geboortedatum \d{1,2} [a-z]+ \d{4}/);
    expect(page).toContain('Soort waardedocument Diploma voortgezet onderwijs');
    expect(page).toMatch(/Behaald op \d{1,2} [a-z]+ \d{4}/);
    expect(page).toContain(
      `Instelling ${diploma.institution.name} in ${diploma.institution.city.toUpperCase()}`,
    );
    expect(page).toContain('Vwo, Natuur en Techniek Soort waardedocument');
    expect(page).toContain('Opleiding Vwo Profiel Natuur en Techniek Elementcode 0170');
    expect(page).toContain('Niveau NLQF 4+ · EQF 4');
    expect(page).toContain('Vak Schoolexamen Centraal examen Eindcijfer');
    expect(page).toMatch(/ \d,\d \d,\d \d /);
    expect(page).toContain('Wiskunde D 7,9 – 8');
    expect(page).toContain('Lichamelijke opvoeding – – goed');
    expect(page).toContain('Een afdruk is geen bewijs.');
    expect(page).toContain('Controleer dit bestand op check.example/check');
    expect(page).toContain('Uittreksel DR-7K3M-9QXA-T2VD-H · uitgegeven op 5 oktober 2026');
    expect(page).toContain('Pagina 1 van 1');
  });

  test.each([
    ['practical', 'Praktijkonderwijs', '1'],
    ['havo', 'Hoger Algemeen Voortgezet Onderwijs', '4'],
    ['vmbo-kb', 'LWOO Kaderberoepsgerichte Leerweg Profiel Groen', '2'],
    ['vmbo-tl', 'MAVO en VBO Gemengd Diploma', '2'],
  ] as const)(
    'take no programme of %s for a profile that is named after itself',
    async (level, name, nlqf) => {
      const [diploma] = dutch.diplomas;
      const programme = { scheme: 'elementcode', code: '0090', name } as const;
      const qualification = { nlqf, eqf: nlqf };
      const [page = ''] = await textOf({
        ...earnest(dutch),
        diplomas: [{ ...diploma, level, programme, qualification }],
      });

      expect(page).toContain(` ${name} Soort waardedocument`);
      expect(page).toContain(`Opleiding ${name} Elementcode 0090`);
      expect(page).not.toContain(`, ${name}`);
      expect(page).not.toMatch(/Profiel (LWOO|MAVO|Hoger|Praktijk)/);
    },
  );

  test('in English say the same in English, with the name in Dutch as the official one', async () => {
    const [{ programme, ...diploma }] = english.diplomas;
    const translated = { ...programme, englishName: 'Health Economics' };
    const [page = ''] = await textOf({
      ...earnest(english),
      diplomas: [{ ...diploma, programme: translated }],
    });

    expect(page).toContain('Extract from the diploma register');
    expect(page).toContain(`Family name ${diploma.holder.familyName}`);
    expect(page).toContain('Health Economics Type of document');
    expect(page).toContain(`Programme ${programme.name} ISAT ${programme.code}`);
    expect(page).toContain('Nature of the examination Master');
    expect(page).toContain('Awarded on 31 August 2021');
    expect(page).toContain('Level NLQF 7 · EQF 7');
    expect(page).toContain('A print is no proof.');
    expect(page).toContain('Page 1 of 1');
  });

  test('name the day on which the extract was issued in the Netherlands', async () => {
    const [page] = await textOf({ ...earnest(english), issuedAt: '2026-12-31T23:30:00Z' });

    expect(page).toContain('issued on 1 January 2027');
  });

  test('are one for each diploma, also where only the month is known', async () => {
    const pages = await textOf(earnest(three));

    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain('Diploma 1 van 3');
    expect(pages[1]).toContain('Diploma 2 van 3');
    expect(pages.some((page) => /Behaald in [a-z]+ \d{4}/.test(page))).toBe(true);
    expect(pages[2]).toContain('Pagina 3 van 3');
  });

  test('of an example say on each one that it has no value; of a register in earnest never', async () => {
    for (const page of await textOf(three)) expect(page).toContain('VOORBEELD, GEEN WAARDE');
    const [real] = await textOf(earnest(english));

    expect(real).not.toMatch(/VOORBEELD|EXAMPLE/);
  });

  test('repeat the heads of a long table of marks', async () => {
    const [diploma] = dutch.diplomas;
    const marks = Array.from({ length: 60 }, (_, at) => ({
      subject: { code: '1001', name: `Vak ${at}` },
      final: 'exempt' as const,
    }));
    const pages = await textOf({ ...earnest(dutch), diplomas: [{ ...diploma, marks }] });

    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Vak Eindcijfer');
    expect(pages.join(' ').match(/vrijgesteld/g)).toHaveLength(60);
    expect(pages[0]).not.toContain('Schoolexamen');
  });
});

describe('names', () => {
  test('with any Latin, Greek or Cyrillic letter are printed', async () => {
    const familyName = 'Şükrü Ełżbieta Þórður Nguyễn Παπαδόπουλος Иванов';
    // Ǆ is one character, which fonts leave to the two that it is made of.
    const [page] = await textOf(named({ familyName, givenNames: 'Ǆenana' }));

    expect(page).toContain(familyName);
    expect(page).toContain('DŽenana');
    expect(page).not.toContain('□');
  });

  test('in other scripts are boxes on the page, said to be so, and whole in the attachment', async () => {
    const extract = named({ familyName: '王小明 محمد 😀', givenNames: '\u202eNoor\u200b' });
    const [page] = await textOf(extract);

    expect(page).toContain('Family name □□□ □□□□ □');
    expect(page).toContain('Given name(s) Noor Gender');
    expect(page).toContain('A character that cannot be printed on this page is shown as □.');
    await run('pdfdetach', [
      '-save',
      '1',
      '-o',
      join(folder, 'other.json'),
      await composed(extract),
    ]);
    expect(JSON.parse(await readFile(join(folder, 'other.json'), 'utf8'))).toEqual(extract);
  });

  test('with spaces and ends of lines of any kind are printed with plain ones', async () => {
    // U+1680, of which Typst makes no space and for which the font has no glyph, kept the file from being.
    const [page] = await textOf(named({ familyName: '山\u3000田\u1680de\u2028Vries' }));

    expect(page).toContain('Family name □ □ de Vries');
  });

  test('of 200 characters, with or without spaces, stay within the margins', async () => {
    const familyName = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200);
    const extract = named({ familyName, givenNames: 'Maria '.repeat(40).slice(0, 199).trim() });
    const { stdout } = await run('pdftotext', ['-bbox', await composed(extract), '-']);
    const edges = [...stdout.matchAll(/<word .*xMax="([\d.]+)".*>(.*)<\/word>/g)]
      .filter(([, , word]) => /Wolfe|bergerd|Maria/.test(word ?? ''))
      .map(([, edge]) => Number(edge));

    expect(edges.length).toBeGreaterThan(30);
    // A4 is 595 points wide, of which the margin takes 71.
    expect(Math.max(...edges)).toBeLessThanOrEqual(525);
    expect((await textOf(extract)).join('').replace(/[\s\u200b]/g, '')).toContain(familyName);
  });

  test('that look like markup are only text', async () => {
    const [page] = await textOf(named({ familyName: '#panic("x") *bold* $x$ \\ @a' }));

    expect(page).toContain('#panic("x") *bold* $x$ \\ @a');
  });
});

describe('the composer', () => {
  const task = {
    extract: dutch,
    checkUrl,
    preparation: { room: 10_000, hash: 'SHA-256' },
  } as const;

  test('makes in its threads what the typesetter makes, ready to be sealed', async () => {
    const composer = createComposer({ threads: 1 });
    const prepared = await composer.compose(task);
    await composer.close();
    const pdf = typesetter.compose(dutch, { checkUrl });
    const time = new Date(dutch.issuedAt);

    expect(Buffer.from(prepared.bytes.subarray(0, pdf.length)).equals(pdf)).toBe(true);
    expect(prepared).toEqual(await prepareDocument(pdf, { ...task.preparation, time }));
  });

  test('has one at work for each thread, so that others have the core meanwhile', async () => {
    const composer = createComposer({ threads: 1 });
    let [working, most] = [0, 0];
    const pages = await Promise.all(
      Array.from({ length: 4 }, () =>
        composer.admit(async () => {
          working += 1;
          most = Math.max(most, working);
          const { bytes } = await composer.compose(task);
          working -= 1;
          return bytes.length;
        }),
      ),
    );
    await composer.close();

    expect(pages).toHaveLength(4);
    expect(most).toBe(1);
  });

  test.each([
    ['are at work than may be', { room: 2 }],
    ['would have to wait too long', { patience: 150 }],
  ])('refuses those of which more %s, before anything is done', async (_reason, options) => {
    const composer = createComposer({ threads: 1, ...options });
    let begun = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        composer.admit(() => {
          begun += 1;
          return composer.compose(task);
        }),
      ),
    );
    const later = await composer.admit(async () => 'room again');
    await composer.close();

    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      ...Array(6).fill('rejected'),
    ]);
    for (const result of results.slice(2))
      expect(result).toMatchObject({ reason: expect.any(ComposerBusyError) });
    expect(begun).toBe(2);
    expect(later).toBe('room again');
  });
});
