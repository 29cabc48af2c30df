import type {
  InputError,
  Level,
  ProgrammeScheme,
  RegisterLine,
  Sector,
  WithdrawLine,
} from '../index.ts';
import { type AwardPeriod, awardPeriod } from './award-period.ts';
import { passesElevenTest } from './bsn.ts';
import { type LineErrorCode, lineError } from './line-errors.ts';

/** An institution, as lines are held against it. */
export interface LineInstitution {
  readonly sectors: readonly Sector[];
  /** The first day, `YYYY-MM-DD`; always open before when absent. */
  readonly opened?: string;
  /** The day from which it is no more. */
  readonly closed?: string;
}

/** A programme, as lines are held against it. */
export interface LineProgramme {
  readonly sector: Sector;
  readonly level: Level;
}

/** What a register knows of institutions, programmes and subjects. */
export interface LineReference {
  institution(code: string): LineInstitution | undefined;
  programme(scheme: ProgrammeScheme, code: string): LineProgramme | undefined;
  subject(code: string): unknown;
}

/** What a line is held against. */
export interface LineContext {
  /** The institution that delivers, as its access token says. */
  readonly institution: string;
  /** The institutions for whose records it answers. */
  readonly answeredInstitutions: ReadonlySet<string>;
  readonly reference: LineReference;
  /** The day in the Netherlands, `YYYY-MM-DD`. */
  readonly today: string;
  /** The first month of which diplomas are kept, `YYYY-MM`. */
  readonly firstMonth: string;
}

interface Rule {
  /** The parts of the line that the rule reads; it waits until their form is right. */
  readonly reads: readonly string[];
  check(line: RegisterLine, context: LineContext): readonly InputError[];
}

const awardPointers = ['/diploma/awardedOn', '/diploma/awardedIn'];

const rules: readonly Rule[] = [
  {
    reads: ['/holder/bsn'],
    check: ({ holder }) =>
      errorIf(
        holder.bsn !== undefined && !passesElevenTest(holder.bsn),
        'bsn-invalid',
        '/holder/bsn',
      ),
  },
  {
    reads: ['/holder/birthDate'],
    check: ({ holder: { birthDate } }, { today }) => [
      ...errorIf(birthDate >= today, 'birth-date-not-past', '/holder/birthDate'),
      ...errorIf(birthDate < '1800-01-01', 'birth-date-too-early', '/holder/birthDate'),
    ],
  },
  {
    reads: awardPointers,
    check: withAward(({ first }, pointer, _line, { firstMonth, today }) => [
      ...errorIf(first > today, 'award-in-future', pointer),
      ...errorIf(first < firstMonth, 'award-too-early', pointer),
    ]),
  },
  {
    reads: [...awardPointers, '/holder/birthDate'],
    check: withAward(({ last }, pointer, { holder }) =>
      errorIf(last < holder.birthDate, 'award-before-birth', pointer),
    ),
  },
  {
    reads: ['/diploma/institution'],
    check({ diploma }, context) {
      const pointer = '/diploma/institution';
      const isKnown = context.reference.institution(diploma.institution) !== undefined;
      return [
        ...checkAnswers(diploma.institution, pointer, context),
        ...errorIf(!isKnown, 'institution-unknown', pointer),
      ];
    },
  },
  {
    reads: ['/diploma/institution', ...awardPointers],
    check: withAward((period, _pointer, { diploma }, { reference }) => {
      const institution = reference.institution(diploma.institution);
      const isClosed = institution !== undefined && !wasOpen(institution, period);
      return errorIf(isClosed, 'institution-not-open', '/diploma/institution');
    }),
  },
  {
    reads: ['/diploma/programme', '/diploma/institution'],
    check({ diploma }, { reference }) {
      const pointer = '/diploma/programme';
      const programme = reference.programme(diploma.programme.scheme, diploma.programme.code);
      if (programme === undefined) return [lineError('programme-unknown', pointer)];
      const institution = reference.institution(diploma.institution);
      const isOffered = institution === undefined || offers(institution, programme);
      return errorIf(!isOffered, 'programme-not-offered', pointer);
    },
  },
  {
    reads: ['/diploma/marks'],
    check({ diploma: { marks = [] } }, { reference }) {
      const subjects = marks.map(({ subject }) => subject);
      return subjects.flatMap((subject, index) => {
        const pointer = `/diploma/marks/${index}/subject`;
        const isKnown = reference.subject(subject) !== undefined;
        return [
          ...errorIf(!isKnown, 'subject-unknown', pointer),
          ...errorIf(subjects.indexOf(subject) < index, 'subject-twice', pointer),
        ];
      });
    },
  },
  {
    reads: ['/diploma/marks', '/diploma/programme'],
    check({ diploma: { marks = [], programme } }, { reference }) {
      const { level, sector } = reference.programme(programme.scheme, programme.code) ?? {};
      // What a school for practical training gives is its own to say.
      if (sector !== 'vo' || level === 'practical') return [];
      return marks.flatMap(({ final }, index) =>
        errorIf(/\.[1-9]/.test(final), 'final-mark-not-whole', `/diploma/marks/${index}/final`),
      );
    },
  },
];

/**
 * Holds a line against what the schemas cannot say: the eleven test, the calendar and the reference
 * data. `formErrors` are those of the schemas; parts of the line that they name are passed over.
 */
export function checkRegisterLine(
  line: RegisterLine,
  formErrors: readonly InputError[],
  context: LineContext,
): InputError[] {
  // One-of is about the choice between two properties, each of which may still be read.
  const broken = formErrors
    .filter(({ code }) => code !== 'one-of')
    .map(({ location }) => location?.pointer ?? '');
  return rules
    .filter(({ reads }) => !reads.some((part) => broken.some((other) => overlap(part, other))))
    .flatMap(({ check }) => check(line, context));
}

/** Holds a line that withdraws against who may do so; its form is right. */
export function checkWithdrawLine(line: WithdrawLine, context: LineContext): InputError[] {
  const pointer = line.institution === undefined ? '/recordId' : '/institution';
  return checkAnswers(line.institution ?? context.institution, pointer, context);
}

function checkAnswers(
  code: string,
  pointer: string,
  { answeredInstitutions, institution }: LineContext,
): InputError[] {
  if (answeredInstitutions.has(code)) return [];
  const isOwn = code === institution;
  return [lineError(isOwn ? 'institution-succeeded' : 'institution-mismatch', pointer)];
}

function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

function errorIf(condition: boolean, code: LineErrorCode, pointer: string): InputError[] {
  return condition ? [lineError(code, pointer)] : [];
}

/** A rule about the award, for lines that have exactly one. */
function withAward(
  check: (
    period: AwardPeriod,
    pointer: string,
    line: RegisterLine,
    context: LineContext,
  ) => readonly InputError[],
): Rule['check'] {
  return (line, context) => {
    const period = awardPeriod(line.diploma);
    if (period === undefined) return [];
    const pointer = 'awardedOn' in line.diploma ? '/diploma/awardedOn' : '/diploma/awardedIn';
    return check(period, pointer, line, context);
  };
}

/** What adults can learn of vo at an institution of mbo (vavo; WEB, article 7.3.1). */
const vavoLevels: ReadonlySet<Level> = new Set(['vmbo-tl', 'havo', 'vwo']);

function offers({ sectors }: LineInstitution, { level, sector }: LineProgramme): boolean {
  return sectors.includes(sector) || (sectors.includes('mbo') && vavoLevels.has(level));
}

function wasOpen({ opened, closed }: LineInstitution, { first, last }: AwardPeriod): boolean {
  return (opened ?? '') <= last && (closed === undefined || first < closed);
}
