import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measurements } from './measure.ts';

/** How far the loading of a size is. */
export interface LoadState {
  /** Institutions that have delivered all they have; the others begin anew. */
  readonly done: string[];
  /** Lines that were registered. */
  lines: number;
  /** Seconds of delivering, interruptions not counted. */
  seconds: number;
  /** Seconds of processor time. */
  readonly processor: { register: number; database: number };
  /** Resident bytes of the register after each delivery. */
  readonly memory: { readonly lines: number; readonly bytes: number }[];
  finished: boolean;
}

export function newLoad(): LoadState {
  return {
    done: [],
    lines: 0,
    seconds: 0,
    processor: { register: 0, database: 0 },
    memory: [],
    finished: false,
  };
}

/** The most memory, and by how much it grew in the second half of the load: the least squares. */
export function memoryOf({ lines, memory }: LoadState): Measurements['memory'] {
  const half = memory.filter((point) => point.lines > lines / 2);
  const mean = (of: (point: (typeof half)[number]) => number) =>
    half.reduce((sum, point) => sum + of(point), 0) / half.length;
  const [meanLines, meanBytes] = [mean((point) => point.lines), mean((point) => point.bytes)];
  const covariance = mean((point) => (point.lines - meanLines) * (point.bytes - meanBytes));
  const variance = mean((point) => (point.lines - meanLines) ** 2);
  return {
    most: Math.max(...memory.map(({ bytes }) => bytes)),
    growth: variance === 0 ? 0 : (covariance / variance) * 1_000_000,
  };
}

/** What a run remembers, so that it can go on after it was broken off. */
export interface RunState {
  readonly sizes: readonly number[];
  readonly loads: Record<string, LoadState>;
  readonly measured: Record<string, Measurements>;
}

const fileOf = (folder: string) => join(folder, 'state.json');

/** The state of an earlier run in the folder, or a new one. */
export async function readState(folder: string, sizes: readonly number[]): Promise<RunState> {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return { sizes, loads: {}, measured: {} };
  const state = JSON.parse(text) as RunState;
  const missing = state.sizes.filter((size) => !sizes.includes(size));
  if (missing.length > 0) {
    throw new Error(`The run in ${folder} has other sizes (${state.sizes}); name a new folder.`);
  }
  return { ...state, sizes };
}

/** Writes it so that a crash leaves the old one or the new one. */
export async function writeState(folder: string, state: RunState): Promise<void> {
  const draft = `${fileOf(folder)}.new`;
  await writeFile(draft, JSON.stringify(state));
  await rename(draft, fileOf(folder));
}
