import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeCrypto } from './node.ts';
import { sealReasons } from './reasons.ts';
import { seal } from './seal.ts';
import type { Genuine } from './test-support/attacks/attack.ts';
import { signatureAttacks } from './test-support/attacks/signature.ts';
import { structureAttacks } from './test-support/attacks/structure.ts';
import { trustAttacks } from './test-support/attacks/trust.ts';
import { compose } from './test-support/compose.ts';
import { expectReason } from './test-support/expect-reason.ts';
import { createTestRegister } from './test-support/register.ts';
import { verifySeal } from './verify.ts';

const attacks = [...structureAttacks, ...signatureAttacks, ...trustAttacks];

let genuine: Genuine;

beforeAll(async () => {
  const register = await createTestRegister();
  const composed = compose();
  genuine = { register, composed, sealed: await seal(composed, register) };
});

it('begins with a genuine extract', async () => {
  const { outcome } = await verifySeal(genuine.sealed, genuine.register.options);
  expect(outcome).toBe('sealed');
});

describe.each(attacks)('$family: $name', ({ build, reason }) => {
  it(`is ${sealReasons[reason].outcome}, for ${reason}`, async () => {
    const { file, options } = await build(genuine);
    expect(file).not.toEqual(genuine.sealed);
    const given = { ...genuine.register.options, ...options };
    await expectReason(reason, file, given);
    // Whoever computes digests and signatures has no say in the answer.
    await expectReason(reason, file, { ...given, crypto: createNodeCrypto() });
  });
});
