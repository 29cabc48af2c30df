import type {
  AwardedDiploma,
  Language,
  Mark,
  Person,
  ProgrammeScheme,
} from '@diplomaregister/contract';

type Level = AwardedDiploma['level'];
type WordMark = Exclude<Mark, `${number}`>;

/** Every text that an extract can carry, in one language. */
export interface Words {
  readonly title: string;
  readonly register: string;
  readonly tagline: string;
  readonly lead: string;
  /** In the place of the lead, where the document is worth nothing. */
  readonly exampleLead: string;
  readonly checkAt: string;
  readonly qrAlternative: string;
  readonly howToCheck: string;
  /** In Dutch in every language, so that nobody in the Netherlands can take it for real. */
  readonly example: string;
  readonly exampleNotice: string;
  readonly unprintable: string;
  readonly attachment: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly footer: (number: string, issuedOn: string) => string;
  /** With `{page}` and `{pages}`, which only the typesetter knows. */
  readonly page: string;
  readonly position: (index: number, count: number) => string;
  readonly familyName: string;
  readonly prefix: string;
  readonly givenNames: string;
  readonly gender: string;
  readonly genders: Readonly<Record<NonNullable<Person['gender']>, string>>;
  readonly birthDate: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<AwardedDiploma['sector'] | 'practical', string>>;
  readonly programme: string;
  readonly profile: string;
  readonly schemes: Readonly<Record<ProgrammeScheme, string>>;
  readonly exam: string;
  readonly level: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly awardedOn: string;
  readonly awardedIn: string;
  readonly institution: string;
  readonly institutionIn: (name: string, city: string) => string;
  readonly marks: string;
  readonly subject: string;
  readonly schoolExam: string;
  readonly centralExam: string;
  readonly final: string;
  readonly wordMarks: Readonly<Record<string, string>>;
  readonly decimalSign: string;
}

const nl: Words = {
  title: 'Uittreksel uit het diplomaregister',
  register: 'Diplomaregister',
  tagline: 'Het register van alle erkende diploma’s',
  lead: 'Dit document is digitaal verzegeld en heeft dezelfde waarde als het diploma op papier. Bewaar het als bestand. Een afdruk is geen bewijs.',
  exampleLead:
    'Zo ziet een uittreksel eruit. Een echt uittreksel heeft dezelfde waarde als het diploma op papier. Een afdruk is geen bewijs.',
  checkAt: 'Controleer dit bestand op',
  qrAlternative: 'QR-code die naar de controlepagina leidt',
  howToCheck: 'U ziet daar of het echt is en of het diploma nog geldt.',
  example: 'VOORBEELD, GEEN WAARDE',
  exampleNotice: 'De gegevens zijn verzonnen.',
  unprintable:
    'Een teken dat op deze pagina niet te drukken is, staat er als □. In de bijlage extract.json en op de controlepagina staat het volledig.',
  attachment: 'Wat dit uittreksel zegt, voor computers',
  number: 'Nummer',
  issuedOn: 'Uitgegeven op',
  footer: (number, issuedOn) => `Uittreksel ${number} · uitgegeven op ${issuedOn}`,
  page: 'Pagina {page} van {pages}',
  position: (index, count) => `Diploma ${index} van ${count}`,
  familyName: 'Achternaam',
  prefix: 'Tussenvoegsel',
  givenNames: 'Voorna(a)m(en)',
  gender: 'Geslacht',
  genders: { female: 'Vrouw', male: 'Man', unspecified: 'Niet vermeld' },
  birthDate: 'Geboortedatum',
  kind: 'Soort waardedocument',
  kinds: {
    practical: 'Schooldiploma praktijkonderwijs',
    vo: 'Diploma voortgezet onderwijs',
    mbo: 'Diploma middelbaar beroepsonderwijs',
    ho: 'Getuigschrift hoger onderwijs',
  },
  programme: 'Opleiding',
  profile: 'Profiel',
  schemes: { isat: 'ISAT', crebo: 'CREBO', elementcode: 'Elementcode' },
  exam: 'Aard van het examen',
  level: 'Niveau',
  levels: {
    practical: 'Praktijkonderwijs',
    'vmbo-bb': 'Vmbo, basisberoepsgerichte leerweg',
    'vmbo-kb': 'Vmbo, kaderberoepsgerichte leerweg',
    'vmbo-gl': 'Vmbo, gemengde leerweg',
    'vmbo-tl': 'Vmbo, theoretische leerweg',
    havo: 'Havo',
    vwo: 'Vwo',
    'mbo-1': 'Mbo-niveau 1, entreeopleiding',
    'mbo-2': 'Mbo-niveau 2, basisberoepsopleiding',
    'mbo-3': 'Mbo-niveau 3, vakopleiding',
    'mbo-4': 'Mbo-niveau 4, middenkaderopleiding',
    'associate-degree': 'Associate degree',
    bachelor: 'Bachelor',
    master: 'Master',
  },
  awardedOn: 'Behaald op',
  awardedIn: 'Behaald in',
  institution: 'Instelling',
  institutionIn: (name, city) => `${name} in ${city}`,
  marks: 'Cijferlijst',
  subject: 'Vak',
  schoolExam: 'Schoolexamen',
  centralExam: 'Centraal examen',
  final: 'Eindcijfer',
  wordMarks: {
    sufficient: 'voldoende',
    good: 'goed',
    insufficient: 'onvoldoende',
    exempt: 'vrijgesteld',
  } satisfies Record<WordMark, string>,
  decimalSign: ',',
};

const en: Words = {
  title: 'Extract from the diploma register',
  register: 'Diplomaregister',
  tagline: 'The Dutch register of all recognised diplomas',
  lead: 'This document is digitally sealed and has the same value as the diploma on paper. Keep it as a file. A print is no proof.',
  exampleLead:
    'This is what an extract looks like. A real one has the same value as the diploma on paper. A print is no proof.',
  checkAt: 'Check this file at',
  qrAlternative: 'QR code that leads to the check page',
  howToCheck: 'It tells whether the file is genuine and the diploma still stands.',
  example: 'VOORBEELD, GEEN WAARDE',
  exampleNotice: 'Example, no value. The data are invented.',
  unprintable:
    'A character that cannot be printed on this page is shown as □. The attached extract.json and the check page show it in full.',
  attachment: 'What this extract says, for computers',
  number: 'Number',
  issuedOn: 'Issued on',
  footer: (number, issuedOn) => `Extract ${number} · issued on ${issuedOn}`,
  page: 'Page {page} of {pages}',
  position: (index, count) => `Diploma ${index} of ${count}`,
  familyName: 'Family name',
  prefix: 'Prefix',
  givenNames: 'Given name(s)',
  gender: 'Gender',
  genders: { female: 'Female', male: 'Male', unspecified: 'Not stated' },
  birthDate: 'Date of birth',
  kind: 'Type of document',
  kinds: {
    practical: 'School diploma of practical education (praktijkonderwijs)',
    vo: 'Diploma of secondary education (vo)',
    mbo: 'Diploma of secondary vocational education (mbo)',
    ho: 'Degree certificate of higher education (ho)',
  },
  programme: 'Programme',
  profile: 'Profile',
  schemes: { isat: 'ISAT', crebo: 'CREBO', elementcode: 'Elementcode' },
  exam: 'Nature of the examination',
  level: 'Level',
  levels: {
    practical: 'Practical education (praktijkonderwijs)',
    'vmbo-bb': 'Pre-vocational secondary education, basic track (vmbo-bb)',
    'vmbo-kb': 'Pre-vocational secondary education, middle-management track (vmbo-kb)',
    'vmbo-gl': 'Pre-vocational secondary education, combined track (vmbo-gl)',
    'vmbo-tl': 'Pre-vocational secondary education, theoretical track (vmbo-tl)',
    havo: 'Senior general secondary education (havo)',
    vwo: 'Pre-university education (vwo)',
    'mbo-1': 'Vocational education, level 1 (mbo 1)',
    'mbo-2': 'Vocational education, level 2 (mbo 2)',
    'mbo-3': 'Vocational education, level 3 (mbo 3)',
    'mbo-4': 'Vocational education, level 4 (mbo 4)',
    'associate-degree': 'Associate degree',
    bachelor: 'Bachelor',
    master: 'Master',
  },
  awardedOn: 'Awarded on',
  awardedIn: 'Awarded in',
  institution: 'Institution',
  institutionIn: (name, city) => `${name} in ${city}`,
  marks: 'Marks',
  subject: 'Subject',
  schoolExam: 'School exam',
  centralExam: 'Central exam',
  final: 'Final mark',
  wordMarks: {
    sufficient: 'sufficient',
    good: 'good',
    insufficient: 'insufficient',
    exempt: 'exempt',
  } satisfies Record<WordMark, string>,
  decimalSign: '.',
};

/** The texts of an extract, by its language. */
export const words: Readonly<Record<Language, Words>> = { nl, en };
