import type { AwardedDiploma } from '@diplomaregister/contract';
import type { Reader } from './reader.ts';
import { fullDate, list, Misfit, oneOf, record, text } from './reader.ts';

const name = text(/^[^\p{Cc}\p{Cs}<>]*[^\s\p{Cc}\p{Cs}<>]$/u, 200);
const words = text();
const mark = text(/^(10(\.0)?|[1-9](\.[0-9])?|sufficient|good|insufficient|exempt)$/);

const subjectMark = record(
  {
    subject: record({ code: text(/^[0-9]{4}$/), name: words }, { englishName: words }),
    final: mark,
  },
  { schoolExam: mark, centralExam: mark },
);

const required = {
  holder: record(
    { givenNames: name, familyName: name, birthDate: fullDate },
    { prefix: name, gender: oneOf('female', 'male', 'unspecified') },
  ),
  sector: oneOf('vo', 'mbo', 'ho'),
  level: oneOf(
    'practical',
    'vmbo-bb',
    'vmbo-kb',
    'vmbo-gl',
    'vmbo-tl',
    'havo',
    'vwo',
    'mbo-1',
    'mbo-2',
    'mbo-3',
    'mbo-4',
    'associate-degree',
    'bachelor',
    'master',
  ),
  qualification: record({
    nlqf: oneOf('1', '2', '3', '4', '4+', '5', '6', '7', '8'),
    eqf: oneOf('1', '2', '3', '4', '5', '6', '7', '8'),
  }),
  programme: record(
    {
      scheme: oneOf('isat', 'crebo', 'elementcode'),
      code: text(/./su, 10),
      name: words,
    },
    { englishName: words },
  ),
  institution: record({
    code: text(/^([0-9]{2}[A-Z]{2}|[0-9]{3}A[0-9]{3})$/),
    name: words,
    city: words,
  }),
};

const properties = record(required, {
  marks: list(subjectMark, 60),
  awardedOn: fullDate,
  awardedIn: text(/^[0-9]{4}-(0[1-9]|1[0-2])$/),
});

/** Reads what was awarded, as the contract's `AwardedDiploma`. */
export const readDiploma: Reader<AwardedDiploma> = (value) => {
  const { awardedIn, awardedOn, ...rest } = properties(value);
  if (awardedOn !== undefined && awardedIn === undefined) return { ...rest, awardedOn };
  if (awardedIn !== undefined && awardedOn === undefined) return { ...rest, awardedIn };
  throw new Misfit();
};
