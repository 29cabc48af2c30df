// Composes pages, each about somebody else, in a thread that does nothing else, and counts them.
import { parentPort, workerData } from 'node:worker_threads';
import type { Extract } from '@diplomaregister/contract';
import { exampleExtracts } from '@diplomaregister/contract/examples';
import { createTypesetter } from '../src/extracts/compose/typesetter.ts';

/** Epoch milliseconds: what is composed before is not counted. */
export interface PagesToCompose {
  readonly from: number;
  readonly until: number;
}

const checkUrl = 'https://check.example/check';
const { from, until } = workerData as PagesToCompose;
const { dutch } = exampleExtracts;
const [diploma] = dutch.diplomas;
const { marks = [] } = diploma;
const typesetter = createTypesetter();

function extractOf(person: number): Extract {
  const tenth = person % 10;
  return {
    ...dutch,
    issuedAt: new Date(Date.parse(dutch.issuedAt) + person * 1_000).toISOString(),
    diplomas: [
      {
        ...diploma,
        holder: { ...diploma.holder, familyName: `Jansen-${person}` },
        marks: marks.slice(0, 5).map((mark) => ({ ...mark, schoolExam: `7.${tenth}` as const })),
      },
    ],
  };
}

let composed = 0;
for (let person = 0; Date.now() < until; person += 1) {
  typesetter.compose(extractOf(person), { checkUrl });
  if (Date.now() >= from) composed += 1;
}
parentPort?.postMessage(composed);
