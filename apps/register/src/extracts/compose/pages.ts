import type { AwardedDiploma, Extract, Language, Mark } from '@diplomaregister/contract';
import type { FontCoverage } from './font-coverage.ts';
import { isReplaced, printable } from './printable.ts';
import { type Words, words } from './words.ts';

/** A label and what it says; `note` is smaller, under it. */
export interface Row {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** A table of marks; every line has as many cells as there are columns. */
export interface MarksTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

/** One diploma, which starts on a page of its own. */
export interface DiplomaPage {
  readonly position?: string;
  readonly holder: readonly Row[];
  readonly title: string;
  readonly award: readonly Row[];
  readonly marks?: MarksTable;
  readonly unprintable?: string;
}

/** Everything that the template sets, in words: it does no more than place them. */
export interface ExtractPages {
  readonly language: Language;
  readonly title: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly checkAddress: string;
  readonly example: boolean;
  readonly words: Pick<
    Words,
    | 'register'
    | 'tagline'
    | 'lead'
    | 'check'
    | 'checkAt'
    | 'qrAlternative'
    | 'printIsNoProof'
    | 'example'
    | 'exampleNotice'
    | 'attachment'
    | 'page'
    | 'holder'
  > & { readonly footer: string; readonly numberLabel: string; readonly issuedOnLabel: string };
  readonly diplomas: readonly DiplomaPage[];
}

/** What the pages of an extract say, in the language of the extract. */
export function describeExtract(
  extract: Extract,
  options: { readonly checkUrl: string; readonly covers: FontCoverage },
): ExtractPages {
  const language = extract.language;
  const text = words[language];
  const issuedOn = longDate(amsterdamDate(extract.issuedAt), language);
  const count = extract.diplomas.length;
  return {
    language,
    title: text.title,
    number: extract.number,
    issuedOn,
    checkAddress: options.checkUrl.replace(/^https?:\/\//, '').replace(/\/$/, ''),
    example: extract.example,
    words: {
      register: text.register,
      tagline: text.tagline,
      lead: text.lead,
      check: text.check,
      checkAt: text.checkAt,
      qrAlternative: text.qrAlternative,
      printIsNoProof: text.printIsNoProof,
      example: text.example,
      exampleNotice: text.exampleNotice,
      attachment: text.attachment,
      page: text.page,
      holder: text.holder,
      footer: text.footer(extract.number, issuedOn),
      numberLabel: text.number,
      issuedOnLabel: text.issuedOn,
    },
    diplomas: extract.diplomas.map((diploma, index) => ({
      ...(count > 1 && { position: text.position(index + 1, count) }),
      ...describeDiploma(diploma, language, (value) => printable(value, options.covers)),
    })),
  };
}

function describeDiploma(
  diploma: AwardedDiploma,
  language: Language,
  print: (value: string) => string,
): DiplomaPage {
  const text = words[language];
  const { holder, programme, qualification } = diploma;
  const translated = language === 'en' && programme.englishName !== undefined;
  const title = print((translated && programme.englishName) || programme.name);
  const holderRows: Row[] = [
    { label: text.familyName, value: print(holder.familyName) },
    ...(holder.prefix ? [{ label: text.prefix, value: print(holder.prefix) }] : []),
    { label: text.givenNames, value: print(holder.givenNames) },
    ...(holder.gender ? [{ label: text.gender, value: text.genders[holder.gender] }] : []),
    { label: text.birthDate, value: longDate(holder.birthDate, language) },
  ];
  const frameworks = `NLQF ${qualification.nlqf} · EQF ${qualification.eqf}`;
  const levelName = text.levels[diploma.level];
  const award: Row[] = [
    {
      label: text.kind,
      value: text.kinds[diploma.level === 'practical' ? 'practical' : diploma.sector],
    },
    ...(translated ? [{ label: text.dutchName, value: print(programme.name) }] : []),
    ...(diploma.sector === 'ho' ? [{ label: text.exam, value: levelName }] : []),
    'awardedOn' in diploma
      ? { label: text.awardedOn, value: longDate(diploma.awardedOn, language) }
      : { label: text.awardedIn, value: longMonth(diploma.awardedIn, language) },
    {
      label: text.institution,
      value: print(
        text.institutionIn(diploma.institution.name, diploma.institution.city.toUpperCase()),
      ),
      note: diploma.institution.code,
    },
    {
      label: text.level,
      ...(diploma.sector === 'ho' ? { value: frameworks } : { value: levelName, note: frameworks }),
    },
    { label: text.programmeCode, value: `${programme.scheme} ${print(programme.code)}` },
  ];
  const marks = describeMarks(diploma, language, print);
  const values = [title, ...[...holderRows, ...award].map((row) => row.value)];
  const replaced = [...values, ...(marks?.lines.flat() ?? [])].some(isReplaced);
  return {
    holder: holderRows,
    title,
    award,
    ...(marks && { marks }),
    ...(replaced && { unprintable: text.unprintable }),
  };
}

function describeMarks(
  { marks }: AwardedDiploma,
  language: Language,
  print: (value: string) => string,
): MarksTable | undefined {
  if (!marks) return undefined;
  const text = words[language];
  const columns = [
    { heading: text.schoolExam, name: 'schoolExam' },
    { heading: text.centralExam, name: 'centralExam' },
    { heading: text.final, name: 'final' },
  ] as const;
  const used = columns.filter(({ name }) => marks.some((mark) => mark[name] !== undefined));
  return {
    title: text.marks,
    columns: [text.subject, ...used.map(({ heading }) => heading)],
    lines: marks.map((mark) => [
      print((language === 'en' && mark.subject.englishName) || mark.subject.name),
      ...used.map(({ name }) => wordedMark(mark[name], text)),
    ]),
  };
}

/** `7.1` as it is written in the language; a word as that word; nothing as a dash. */
function wordedMark(mark: Mark | undefined, text: Words): string {
  if (mark === undefined) return '–';
  return text.wordMarks[mark] ?? mark.replace('.', text.decimalSign);
}

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

function longDate(fullDate: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${fullDate}T00:00:00Z`),
  );
}

function longMonth(yearMonth: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${yearMonth}-01T00:00:00Z`));
}

/** The day on which an instant fell in the Netherlands, `YYYY-MM-DD`. */
function amsterdamDate(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
  }).format(new Date(instant));
}
