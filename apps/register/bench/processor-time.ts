import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second in /proc, on every Linux of today. */
const ticks = 100;

/** Seconds of processor time that a process has used, in all its threads. Linux tells it. */
export function processorTime(pid: number): number {
  return readStat(pid)?.own ?? Number.NaN;
}

/** The same of a process with all its children, those that ended too. */
export function processorTimeOfFamily(pid: number): number {
  let seconds = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(Number(name));
    if (stat === undefined) continue;
    if (Number(name) === pid) seconds += stat.own + stat.ended;
    else if (stat.parent === pid) seconds += stat.own;
  }
  return seconds;
}

/** See proc_pid_stat(5): after the name come the state, the parent, …, utime, stime, cutime, cstime. */
function readStat(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number) => (fields[index] ?? 0) / ticks;
    return { parent: fields[1], own: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return undefined;
  }
}
