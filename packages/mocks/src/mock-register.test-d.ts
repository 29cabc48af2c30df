import type { Outcome, Verdict } from '@diplomaregister/contract';
import type { SetupServer } from 'msw/node';
import { describe, expectTypeOf, it } from 'vitest';
import type { AttackName, AttackSample, MockRegister, Scenario } from './index.ts';
import { createMockRegister } from './index.ts';
import { createMockServer } from './node.ts';

const register: MockRegister = await createMockRegister();

describe('a mock register', () => {
  it('is made with a clock, an address and a patience, and with nothing else', () => {
    createMockRegister({ now: () => new Date(), slowness: 10, url: 'https://mock.example/v1' });
    // @ts-expect-error: milliseconds
    createMockRegister({ slowness: '10 ms' });
    // @ts-expect-error: a scenario is switched on later
    createMockRegister({ scenario: 'down' });
  });

  it('stands in for a register wherever a `fetch` can be given', () => {
    expectTypeOf(register.fetch).toEqualTypeOf<typeof fetch>();
    expectTypeOf(createMockServer(register)).toEqualTypeOf<SetupServer>();
    // @ts-expect-error: `createMockServer` takes the register as a whole
    createMockServer(register.handlers);
  });

  it('has scenarios that can be switched, and nothing else that can be set', () => {
    register.scenario = 'withdrawn';
    // @ts-expect-error: there is no such scenario
    register.scenario = 'on-fire';
    // @ts-expect-error: its address is for good
    register.url = 'https://elsewhere.example/v1';
    expectTypeOf<Scenario>().toEqualTypeOf<
      'normal' | 'slow' | 'down' | 'rateLimited' | 'withdrawn' | 'signedOut' | 'weakSignIn'
    >();
  });

  it('has extracts and shares by name', () => {
    expectTypeOf(register.extracts.dutch).toEqualTypeOf<File>();
    expectTypeOf(register.shares.locked.pin).toEqualTypeOf<string>();
    // @ts-expect-error: there is no such extract
    register.extracts.frisian;
    // @ts-expect-error: there is no such share
    register.shares.unknown;
  });

  it('corrects only what a correction can be about', () => {
    register.supersede('a', { marks: [] });
    // @ts-expect-error: the level follows from the programme
    register.supersede('a', { level: 'vwo' });
  });
});

it('attacks are files with the outcome that a verifier must come to', () => {
  expectTypeOf(register.attacks).returns.resolves.toEqualTypeOf<
    Readonly<Record<AttackName, AttackSample>>
  >();
  expectTypeOf<AttackSample['outcome']>().toExtend<Verdict['outcome']>();
  expectTypeOf<AttackSample['outcome']>().not.toEqualTypeOf<Outcome>();
  expectTypeOf<'genuine'>().not.toExtend<AttackSample['outcome']>();
});
