import type {
  AccessRecord,
  AwardedDiploma,
  CorrectionRequest,
  Delivery,
  Diploma,
  Extract,
  IssuedExtract,
  Rejection,
  Share,
} from '@diplomaregister/contract';
import {
  exampleAccessRecords,
  exampleCorrectionRequests,
  exampleDiplomas,
  exampleInstitutions,
  exampleNewShare,
  exampleShares,
  exampleStatusIndexes,
} from '@diplomaregister/contract/examples';
import { createStatusList, setStatus } from '@diplomaregister/seal/seal';
import { randomPin, randomShareCode } from './crockford.ts';

/** A diploma as the mock keeps it. */
export interface StoredDiploma {
  readonly diploma: Diploma;
  /** Where the standing of this version is kept in the status list. */
  readonly place: number;
  /** The same of the versions before it. */
  readonly earlierPlaces?: readonly number[];
  /** The institution and its own name for the record, for one that was delivered. */
  readonly record?: string;
}

/** A share as the mock keeps it, with its secrets. */
export interface StoredShare {
  readonly share: Share;
  readonly code: string;
  readonly pin: string;
  readonly wrongPins: number;
}

/** The file of an extract, as the register knows it again. */
export interface StoredFile {
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  /** Where the standings of its diplomas are kept in the status list. */
  readonly places: readonly number[];
}

/** A delivery with its rejected lines. */
export interface StoredDelivery {
  readonly delivery: Delivery;
  readonly rejections: readonly Rejection[];
}

/** An answer that a repeat with the same idempotency key gets again. */
export interface StoredAnswer {
  readonly request: string;
  readonly startedAt: Date;
  readonly response: Promise<Response>;
}

/** Everything a mock register remembers. It may be changed, to set a scene. */
export interface MockState {
  /** By id, newest award first. */
  readonly diplomas: Map<string, StoredDiploma>;
  readonly extracts: IssuedExtract[];
  /** By the number of the extract. */
  readonly files: Map<string, StoredFile>;
  readonly shares: Map<string, StoredShare>;
  /** Newest first. */
  readonly accessRecords: AccessRecord[];
  /** By id, newest first. */
  readonly correctionRequests: Map<string, CorrectionRequest>;
  readonly deliveries: Map<string, StoredDelivery>;
  readonly answers: Map<string, StoredAnswer>;
  readonly statuses: Uint8Array<ArrayBuffer>;
  /** Grows with each change of `statuses`. */
  revision: number;
  nextPlace: number;
}

const places = 131_072;
const day = 24 * 60 * 60 * 1000;

/** The state of a new mock register: the examples, all of one holder. */
export function createState(now: Date): MockState {
  const { gymnasium: _another, ...own } = exampleDiplomas;
  const statuses = createStatusList(places);
  setStatus(statuses, exampleStatusIndexes.withdrawn, 'withdrawn');
  const names = Object.keys(own) as (keyof typeof own)[];
  return {
    diplomas: new Map(
      names.map((name) => [
        own[name].id,
        { diploma: own[name], place: exampleStatusIndexes[name] },
      ]),
    ),
    extracts: [],
    files: new Map(),
    shares: new Map(
      Object.values(exampleShares).map((share: Share) => {
        const isExample = share.id === exampleShares.active.id;
        const code = isExample ? exampleNewShare.code : randomShareCode();
        const pin = isExample ? exampleNewShare.pin : randomPin();
        const current = { ...share, expiresOn: dayFrom(now, share.state === 'expired' ? -7 : 30) };
        const wrongPins = share.state === 'locked' ? mostWrongPins : 0;
        return [share.id, { share: current, code, pin, wrongPins }];
      }),
    ),
    accessRecords: [...exampleAccessRecords],
    correctionRequests: new Map(
      Object.values(exampleCorrectionRequests).map((request) => [request.id, request]),
    ),
    deliveries: new Map(),
    answers: new Map(),
    statuses,
    revision: 1,
    nextPlace: 0,
  };
}

/** The date so many days after `now`, `YYYY-MM-DD`. */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * day).toISOString().slice(0, 10);
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day in the Netherlands at a moment, `YYYY-MM-DD`. */
export function dayInTheNetherlands(moment: Date): string {
  return calendar.format(moment);
}

/** So many wrong PINs lock a share. */
export const mostWrongPins = 10;

/** A share as it is at a moment. What its holder did goes before what happened to it. */
export function shareNow({ share, wrongPins }: StoredShare, now: Date): Share {
  if (share.state === 'revoked') return share;
  if (dayInTheNetherlands(now) > share.expiresOn) return { ...share, state: 'expired' };
  return wrongPins < mostWrongPins ? share : { ...share, state: 'locked' };
}

/** Registers a diploma, or a new version of one that `record` names. */
export function storeDiploma(
  state: MockState,
  awarded: AwardedDiploma,
  now: Date,
  record: string,
): void {
  const known = [...state.diplomas.values()].find((each) => each.record === record);
  if (known) markVersions(state, known, 'superseded');
  const diploma: Diploma = {
    ...awarded,
    id: known?.diploma.id ?? crypto.randomUUID(),
    version: (known?.diploma.version ?? 0) + 1,
    standing: 'valid',
    registeredAt: instant(now),
  };
  const earlierPlaces = known && placesOf(known);
  const stored = { diploma, place: takePlace(state), record };
  state.diplomas.set(diploma.id, { ...stored, ...(earlierPlaces && { earlierPlaces }) });
}

/** Withdraws a diploma: what was made of it no longer stands. */
export function withdrawDiploma(state: MockState, stored: StoredDiploma): void {
  markVersions(state, stored, 'withdrawn');
  const { diploma } = stored;
  state.diplomas.set(diploma.id, {
    ...stored,
    diploma: { ...diploma, version: diploma.version + 1, standing: 'withdrawn' },
  });
}

/** The same register as if everything in it were withdrawn; it remembers what happens meanwhile. */
export function withAllWithdrawn(state: MockState): MockState {
  const diplomas = [...state.diplomas].map(([id, stored]): [string, StoredDiploma] => [
    id,
    { ...stored, diploma: { ...stored.diploma, standing: 'withdrawn' } },
  ]);
  const statuses = createStatusList(places);
  for (let place = 0; place < places; place++) setStatus(statuses, place, 'withdrawn');
  return { ...state, diplomas: new Map(diplomas), statuses, revision: -state.revision };
}

/** Corrects a diploma: what was made of it is superseded. */
export function correctDiploma(
  state: MockState,
  stored: StoredDiploma,
  change: Partial<Pick<AwardedDiploma, 'holder' | 'institution' | 'marks' | 'programme'>>,
): void {
  markVersions(state, stored, 'superseded');
  const { diploma } = stored;
  state.diplomas.set(diploma.id, {
    ...stored,
    diploma: { ...diploma, ...change, version: diploma.version + 1 },
    place: takePlace(state),
    earlierPlaces: placesOf(stored),
  });
}

/** An instant without a fraction of a second. */
export function instant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** A diploma without what only the register says of it. */
export function awardedPart(diploma: Diploma): AwardedDiploma {
  const {
    id: _id,
    registeredAt: _at,
    standing: _standing,
    version: _version,
    ...awarded
  } = diploma;
  return awarded;
}

/** The institution that the token of an institution is for. */
export const mockInstitution = exampleInstitutions.merelveld;

type DistributiveOmit<Union, Names extends PropertyKey> = Union extends unknown
  ? Omit<Union, Names>
  : never;

/** Remembers that somebody looked. */
export function recordAccess(
  { accessRecords }: MockState,
  now: Date,
  access: DistributiveOmit<AccessRecord, 'id' | 'accessedAt'>,
): void {
  accessRecords.unshift({ id: crypto.randomUUID(), accessedAt: instant(now), ...access });
}

/** Remembers a sealed file, so that it is known again. */
export async function storeFile(
  { files }: MockState,
  { diplomas, number }: Extract,
  file: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  files.set(number, { sha256, places: diplomas.map(({ status }) => status.index) });
}

/** The places of all versions of a diploma. */
function placesOf({ earlierPlaces = [], place }: StoredDiploma): readonly number[] {
  return [...earlierPlaces, place];
}

/** Marks all versions of a diploma: they go along with the newest. */
function markVersions(
  state: MockState,
  stored: StoredDiploma,
  status: 'withdrawn' | 'superseded',
): void {
  for (const place of placesOf(stored)) setStatus(state.statuses, place, status);
  state.revision += 1;
}

function takePlace(state: MockState): number {
  const taken = new Set([...state.diplomas.values()].flatMap(placesOf));
  while (taken.has(state.nextPlace)) state.nextPlace += 1;
  return state.nextPlace++;
}
