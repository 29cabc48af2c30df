import type { Dice } from './dice.ts';
import type { TrackName } from './tracks.ts';
import { type Weight, Weighted } from './weighted.ts';

/** A subject that is examined, and the grade that candidates have on average. */
export interface ExaminedSubject {
  readonly code: string;
  readonly mean: number;
}

/** Subjects by the level at which they are examined, as often as they are taken. */
export type ExaminedSubjects = Readonly<
  Record<'vmbo' | 'havo' | 'vwo', readonly Weight<ExaminedSubject>[]>
>;

const counted = { vmbo: 7, havo: 9, vwo: 10 } as const;

/** Writes the marks of a diploma of vo, in JSON; of other tracks there are none. */
export function createExaminations(
  subjects: ExaminedSubjects,
): (track: TrackName, dice: Dice) => string | undefined {
  const byLevel = {
    vmbo: prepare(subjects.vmbo),
    havo: prepare(subjects.havo),
    vwo: prepare(subjects.vwo),
  };
  return (track, dice) => {
    const level = levelOf(track);
    if (level === undefined) return undefined;
    const { everyone, others } = byLevel[level];
    const taken = new Set(everyone);
    // The same subject may be chosen twice; then there is one fewer.
    for (let left = counted[level] - taken.size; left > 0; left -= 1) {
      if (others !== undefined) taken.add(others.choose(dice));
    }
    let json = '';
    for (const subject of taken) json += `${json === '' ? '[' : ','}${writeMark(subject, dice)}`;
    return `${json}]`;
  };
}

/** Apart: those that (nearly) every candidate takes. */
function prepare(subjects: readonly Weight<ExaminedSubject>[]) {
  const most = Math.max(...subjects.map(({ weight }) => weight));
  const isForEveryone = ({ weight }: Weight<ExaminedSubject>) => weight > most * 0.9;
  const others = subjects.filter((subject) => !isForEveryone(subject));
  return {
    everyone: subjects.filter(isForEveryone).map(({ item }) => item),
    others: others.length > 0 ? new Weighted(others) : undefined,
  };
}

function levelOf(track: TrackName): keyof ExaminedSubjects | undefined {
  if (track === 'havo' || track === 'vwo') return track;
  return track.startsWith('vmbo') ? 'vmbo' : undefined;
}

function writeMark({ code, mean }: ExaminedSubject, dice: Dice): string {
  const school = grade(mean, dice);
  const central = grade(mean, dice);
  const final = Math.min(10, Math.round((school + central) / 20));
  return `{"subject":"${code}","schoolExam":"${decimal(school)}","centralExam":"${decimal(central)}","final":"${final}"}`;
}

/** Tenths of a mark, from 4.0 to 10.0, close to the mean more often than far from it. */
function grade(mean: number, dice: Dice): number {
  const spread = dice.below(12) + dice.below(12) + dice.below(12) - 16;
  return Math.max(40, Math.min(100, Math.round(mean * 10) + spread));
}

function decimal(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
