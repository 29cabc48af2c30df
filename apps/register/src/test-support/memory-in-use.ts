import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are still in use when all that can go has gone. */
export async function memoryInUse(): Promise<NodeJS.MemoryUsage> {
  for (let time = 0; time < 3; time += 1) {
    collectGarbage();
    await nextTurn();
  }
  return process.memoryUsage();
}
