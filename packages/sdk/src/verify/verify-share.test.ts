import type { Verdict } from '@diplomaregister/contract';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkNames } from './checks.ts';
import type { ShareSecrets, VerifyOptions } from './options.ts';
import { verify } from './verify.ts';

let register: MockRegister;
let secrets: ShareSecrets;

beforeEach(async () => {
  register = await createMockRegister();
  const { code, pin } = register.shares.active;
  secrets = { shareCode: code, pin };
});

function check(typed: ShareSecrets = secrets, options: Partial<VerifyOptions> = {}) {
  return verify(typed, { register: register.url, fetch: register.fetch, ...options });
}

/** What `verify` makes of an answer of the register. */
function checkAnswer(change: (verdict: Verdict) => unknown) {
  return check(secrets, {
    fetch: async (input, init) => {
      const response = await register.fetch(input, init);
      return Response.json(change(await response.json()));
    },
  });
}

describe('a share', () => {
  it('is genuine, with what its holder chose to show', async () => {
    const { bachelor, master } = exampleDiplomas;
    const verdict = await check();
    expect(verdict).toMatchObject({
      outcome: 'genuine',
      trust: 'tls',
      subject: { kind: 'share', marks: false, receiver: 'Ziekenhuis De Linde', example: true },
      diplomas: [
        { standing: 'valid', diploma: { programme: master.programme } },
        { standing: 'valid', diploma: { programme: bachelor.programme } },
      ],
    });
    expect(verdict.checks).toEqual([
      { name: 'sealed-by-register', result: 'skipped' },
      { name: 'unchanged', result: 'skipped' },
      { name: 'seal-trusted', result: 'skipped' },
      { name: 'diploma-stands', result: 'pass' },
      { name: 'code-valid', result: 'pass' },
    ]);
  });

  it.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    ['without hyphens', (code: string) => code.replaceAll('-', '')],
    ['with spaces', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    ['with long dashes', (code: string) => code.replaceAll('-', '–')],
    ['with letters for digits', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('may be typed %s', async (_, type) => {
    const verdict = await check({ shareCode: type(secrets.shareCode), pin: ` ${secrets.pin} ` });
    expect(verdict.outcome).toBe('genuine');
  });

  it.each(['expired', 'revoked', 'locked'] as const)('says that it is %s', async (state) => {
    const { code, pin } = register.shares[state];
    const verdict = await check({ shareCode: code, pin });
    expect(verdict.outcome).toBe(`share-${state}`);
    expect(verdict.checks.map(({ name }) => name)).toEqual(checkNames);
    expect(verdict.checks).toContainEqual({
      name: 'code-valid',
      result: 'fail',
      reason: `share-${state}`,
    });
  });

  it('with a wrong PIN, or a code that nobody has, opens nothing', async () => {
    const pin = secrets.pin === '000000' ? '111111' : '000000';
    expect((await check({ ...secrets, pin })).outcome).toBe('pin-wrong');
    expect((await check({ ...secrets, shareCode: '0'.repeat(20) })).outcome).toBe('share-unknown');
  });

  it('of a diploma that was withdrawn says so, and shows only the other one', async () => {
    register.withdraw(exampleDiplomas.master.id);
    expect(await check()).toMatchObject({
      outcome: 'withdrawn',
      diplomas: [{ standing: 'withdrawn' }, { standing: 'valid' }],
    });
  });
});

describe('what is no code or PIN', () => {
  it.each([
    [{ shareCode: 'ABCD', pin: '123456' }, 'share-unknown'],
    [{ shareCode: '!'.repeat(20), pin: '123456' }, 'share-unknown'],
    [{ shareCode: '0'.repeat(20), pin: '12345' }, 'pin-wrong'],
  ])('is refused without asking the register: %o', async (typed, outcome) => {
    register.scenario = 'down';
    expect((await check(typed)).outcome).toBe(outcome);
  });
});

describe('what cannot be checked', () => {
  it('is inconclusive when the register is away', async () => {
    register.scenario = 'down';
    expect((await check()).outcome).toBe('inconclusive');
  });

  it('is inconclusive when the register asks to wait', async () => {
    register.scenario = 'rateLimited';
    const verdict = await check();
    expect(verdict.outcome).toBe('inconclusive');
    expect(verdict.checks).toContainEqual(expect.objectContaining({ reason: 'share-check-busy' }));
  });

  it('does not send a PIN by plain HTTP to another machine', async () => {
    let asked = false;
    const verdict = await check(secrets, {
      register: 'http://register.example/v1',
      fetch: async () => {
        asked = true;
        return new Response();
      },
    });
    expect([verdict.outcome, asked]).toEqual(['inconclusive', false]);
  });

  it.each<[string, (verdict: Verdict) => unknown]>([
    ['an outcome of a newer register', (verdict) => ({ ...verdict, outcome: 'on-probation' })],
    [
      'an outcome that only files have',
      ({ checkedAt, checks, trust }) => ({ outcome: 'altered', checkedAt, checks, trust }),
    ],
    ['nothing', () => null],
    ['no diplomas', (verdict) => ({ ...verdict, diplomas: [] })],
    [
      'an outcome that its diplomas contradict',
      (verdict) => ({ ...verdict, outcome: 'withdrawn' }),
    ],
    ['a property that the contract does not name', (verdict) => ({ ...verdict, bsn: '999990019' })],
    [
      'a check that contradicts it',
      (verdict) => ({
        ...verdict,
        checks: [{ name: 'code-valid', result: 'fail', reason: 'pin-wrong' }],
      }),
    ],
  ])('does not trust a verdict with %s', async (_, change) => {
    const verdict = await checkAnswer(change);
    expect(verdict.outcome).toBe('inconclusive');
    expect(verdict.checks).toContainEqual(
      expect.objectContaining({ reason: 'verdict-not-understood' }),
    );
    expect(verdict).not.toHaveProperty('diplomas');
  });

  it('trusts the same verdict when it is left as it is', async () => {
    expect((await checkAnswer((verdict) => verdict)).outcome).toBe('genuine');
  });
});
