import type { AwardedDiploma, Extract, Language, Mark } from '@diplomaregister/contract';
import { dayInTheNetherlands } from '../../calendar/today.ts';
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
    | 'checkAt'
    | 'qrAlternative'
    | 'howToCheck'
    | 'example'
    | 'exampleNotice'
    | 'attachment'
    | 'page'
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
  const issuedOn = longDate(dayInTheNetherlands(new Date(extract.issuedAt)), language);
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
      lead: extract.example ? text.exampleLead : text.lead,
      checkAt: text.checkAt,
      qrAlternative: text.qrAlternative,
      howToCheck: text.howToCheck,
      example: text.example,
      exampleNotice: text.exampleNotice,
      attachment: text.attachment,
      page: text.page,
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
  const title = print(titleOf(diploma, language));
  const holder = describeHolder(diploma, language, print);
  const award = describeAward(diploma, language, print);
  const marks = describeMarks(diploma, language, print);
  const values = [title, ...[...holder, ...award].map((row) => row.value)];
  const replaced = [...values, ...(marks?.lines.flat() ?? [])].some(isReplaced);
  return {
    holder,
    title,
    award,
    ...(marks && { marks }),
    ...(replaced && { unprintable: text.unprintable }),
  };
}

function titleOf(diploma: AwardedDiploma, language: Language): string {
  const { programme } = diploma;
  const name = (language === 'en' && programme.englishName) || programme.name;
  return isProfile(diploma) ? `${words[language].levels[diploma.level]}, ${name}` : name;
}

/** By these, too, the name of a programme of vo says its level. */
const namesOfSchools = ['leerweg', 'mavo', 'onderwijs'];

/** Whether the programme is named after its profile alone, as in vo, without its level. */
function isProfile({ level, programme, sector }: AwardedDiploma): boolean {
  const [school = level] = level.split('-');
  const name = programme.name.toLowerCase();
  return sector === 'vo' && ![school, ...namesOfSchools].some((word) => name.includes(word));
}

function describeHolder(
  { holder }: AwardedDiploma,
  language: Language,
  print: (value: string) => string,
): Row[] {
  const text = words[language];
  return [
    { label: text.familyName, value: print(holder.familyName) },
    ...(holder.prefix ? [{ label: text.prefix, value: print(holder.prefix) }] : []),
    { label: text.givenNames, value: print(holder.givenNames) },
    ...(holder.gender ? [{ label: text.gender, value: text.genders[holder.gender] }] : []),
    { label: text.birthDate, value: longDate(holder.birthDate, language) },
  ];
}

function describeAward(
  diploma: AwardedDiploma,
  language: Language,
  print: (value: string) => string,
): Row[] {
  const text = words[language];
  const { institution, programme, qualification, sector } = diploma;
  const level = text.levels[diploma.level];
  const frameworks = `NLQF ${qualification.nlqf} · EQF ${qualification.eqf}`;
  // The name in Dutch is the official one; a translation stands in the title.
  const named = {
    value: print(programme.name),
    note: `${text.schemes[programme.scheme]} ${print(programme.code)}`,
  };
  const ofProfile = isProfile(diploma);
  return [
    { label: text.kind, value: text.kinds[diploma.level === 'practical' ? 'practical' : sector] },
    ...(ofProfile
      ? [
          { label: text.programme, value: level },
          { label: text.profile, ...named },
        ]
      : [{ label: text.programme, ...named }]),
    ...(sector === 'ho' ? [{ label: text.exam, value: level }] : []),
    'awardedOn' in diploma
      ? { label: text.awardedOn, value: longDate(diploma.awardedOn, language) }
      : { label: text.awardedIn, value: longMonth(diploma.awardedIn, language) },
    {
      label: text.institution,
      value: print(text.institutionIn(institution.name, institution.city.toUpperCase())),
      note: institution.code,
    },
    {
      label: text.level,
      ...(sector === 'ho' || ofProfile
        ? { value: frameworks }
        : { value: level, note: frameworks }),
    },
  ];
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
      print(capitalised((language === 'en' && mark.subject.englishName) || mark.subject.name)),
      ...used.map(({ name }) => wordedMark(mark[name], text)),
    ]),
  };
}

/** Subjects begin with a capital or not, as their list has them; in a table they all do. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `7.1` as it is written in the language; a word as that word; nothing as a dash. */
function wordedMark(mark: Mark | undefined, text: Words): string {
  if (mark === undefined) return '–';
  return text.wordMarks[mark] ?? mark.replace('.', text.decimalSign);
}

// Made once: each one costs more than all the rest of a page's words.
const dayFormats = formats({ dateStyle: 'long' });
const monthFormats = formats({ month: 'long', year: 'numeric' });

function formats(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  return {
    nl: new Intl.DateTimeFormat('nl-NL', { ...options, timeZone: 'UTC' }),
    en: new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }),
  };
}

function longDate(fullDate: string, language: Language): string {
  return dayFormats[language].format(new Date(`${fullDate}T00:00:00Z`));
}

function longMonth(yearMonth: string, language: Language): string {
  return monthFormats[language].format(new Date(`${yearMonth}-01T00:00:00Z`));
}
