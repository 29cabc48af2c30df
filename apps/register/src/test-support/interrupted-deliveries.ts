import type { Delivery } from '@diplomaregister/contract';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../store/store.ts';
import { registerLine, testBsn, withdrawLine } from './deliver.ts';
import type { TestIssuer } from './tokens.ts';

/** So many holders, of whom all institutions deliver diplomas at the same time. */
const holders = 500;

/** A part of a delivery, and what it comes to when it is taken for the first time. */
export interface Part {
  readonly institution: string;
  readonly lines: readonly object[];
  readonly counts: Pick<Delivery, 'registered' | 'corrected' | 'withdrawn'>;
}

/** New records; the first part of a round also corrects and withdraws some of the round before. */
export function createPart(institution: string, round: number, number: number): Part {
  const recordId = (at: number, of = round) => `${institution}-${of}-${number}-${at}`;
  const register = (id: string, at: number, familyName: string) =>
    registerLine(
      id,
      { bsn: testBsn((number * 100 + at) % holders), familyName },
      { institution, awardedOn: '2023-07-06' },
    );
  const created = range(0, 100).map((at) => register(recordId(at), at, 'Eerst'));
  if (number > 0 || round === 0) {
    return { institution, lines: created, counts: { registered: 100, corrected: 0, withdrawn: 0 } };
  }
  const corrected = range(0, 20).map((at) => register(recordId(at, round - 1), at, 'Verbeterd'));
  const withdrawn = range(20, 30).map((at) => withdrawLine(recordId(at, round - 1)));
  return {
    institution,
    lines: [...created, ...corrected, ...withdrawn],
    counts: { registered: 100, corrected: 20, withdrawn: 10 },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** What was acknowledged is there; anything else is there as a whole, or not at all. */
export async function sendAgain(
  registerUrl: string,
  tokens: TestIssuer,
  part: Part,
  isAcknowledged: boolean,
): Promise<void> {
  const delivery = await send(registerUrl, tokens, part);
  const nothing = { registered: 0, corrected: 0, withdrawn: 0, unchanged: part.lines.length };
  const everything = { ...part.counts, unchanged: 0 };
  const isThere = isAcknowledged || delivery?.unchanged !== 0;
  expect(delivery).toMatchObject({ ...(isThere ? nothing : everything), rejected: 0 });
}

/** Gives what the register acknowledged, if it did. */
export async function send(
  registerUrl: string,
  tokens: TestIssuer,
  { institution, lines }: Part,
): Promise<Delivery | undefined> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${registerUrl}/v1/deliveries`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokens.institution(institution)}`,
        'content-type': 'application/x-ndjson',
      },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    text = await response.text();
  } catch {
    return undefined;
  }
  if (response.status === 503) return undefined;
  expect({ status: response.status, text }).toMatchObject({ status: 201 });
  return JSON.parse(text) as Delivery;
}

/** Holds what is in the database in the end against what was delivered. */
export async function checkContent(database: Database, parts: readonly Part[]): Promise<void> {
  const sum = (name: keyof Part['counts']) =>
    parts.reduce((total, { counts }) => total + counts[name], 0);
  const versions = sum('registered') + sum('corrected');
  const { rows } = await sql`
    select
      (select count(*) from records) as records,
      (select count(*) from diploma_versions) as versions,
      (select count(*) from diploma_versions where is_current) as current,
      (select count(*) from diploma_versions where is_current and standing = 'withdrawn') as withdrawn,
      (select count(distinct (status_list, status_index)) from diploma_versions) as places,
      (select sum(change) from diploma_counts) as counted
  `.execute(database);
  expect(rows).toEqual([
    {
      records: sum('registered'),
      versions,
      current: sum('registered'),
      withdrawn: sum('withdrawn'),
      places: versions,
      counted: sum('registered') - sum('withdrawn'),
    },
  ]);
}
