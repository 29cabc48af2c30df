// Changes every single byte of a sealed extract, one at a time, to some other value: none of them
// may be called sealed, and none may make the verifier throw. Takes some minutes.
import { seal } from '../src/seal.ts';
import { compose } from '../src/test-support/compose.ts';
import type { KeyKind } from '../src/test-support/register.ts';
import { createTestRegister, keyKinds } from '../src/test-support/register.ts';
import { verifySeal } from '../src/verify.ts';

const kinds = Object.keys(keyKinds) as KeyKind[];
const kind = kinds.find((name) => name === process.argv[2]) ?? 'ECDSA P-256';
const register = await createTestRegister(kind);
const sealed = await seal(compose(), register);
const counts = new Map<string, number>();

for (let at = 0; at < sealed.length; at++) {
  const changed = sealed.slice();
  const byte = changed[at] ?? 0;
  // Another bit of each byte, and now and then all of them.
  changed[at] = byte ^ (at % 9 === 8 ? 0xff : 1 << (at % 9));
  const { outcome } = await verifySeal(changed, register.options);
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (outcome === 'sealed') console.log(`byte ${at} can be changed`);
}

console.log(`${sealed.length} bytes, sealed with ${kind}:`, Object.fromEntries(counts));
process.exitCode = counts.has('sealed') ? 1 : 0;
