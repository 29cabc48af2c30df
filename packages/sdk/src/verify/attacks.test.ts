import { type AttackName, createMockRegister } from '@diplomaregister/mocks';
import { describe, expect, it } from 'vitest';
import { verify } from './verify.ts';

const { anchors, attacks, fetch, url } = await createMockRegister();
const samples = Object.entries(await attacks());

describe('an attack sample of the mocks', () => {
  it('is there for each outcome that a forged file has', () => {
    const outcomes = new Set(samples.map(([, { outcome }]) => outcome));
    expect([...outcomes].sort()).toEqual(['altered', 'not-an-extract', 'seal-revoked']);
    expect(samples.map(([name]) => name as AttackName)).toContain('revokedSeal');
  });

  it.each(samples)('%s is found out', async (_, { file, outcome }) => {
    const verdict = await verify(file, { register: url, anchors, fetch });
    expect(verdict.outcome).toBe(outcome);
    expect(verdict).not.toHaveProperty('diplomas');
  });
});
