// Computes, in a thread of the lowest priority, until it is stopped.
import { createHash } from 'node:crypto';
import { constants, platform, setPriority } from 'node:os';

// Elsewhere it would be that of the whole process.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_LOW);
const bytes = new Uint8Array(1_024 ** 2);
for (;;) createHash('sha256').update(bytes).digest();
