import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeEach, describe, expect, it } from 'vitest';
import { createVerifier } from './verifier.ts';

const start = Date.parse('2026-11-20T09:00:00Z');

let register: MockRegister;
let clock: Date;
/** What was asked, and what was answered: `status-lists/0 200`. */
let requests: string[];

beforeEach(async () => {
  clock = new Date(start);
  register = await createMockRegister({ now: () => clock });
  requests = [];
});

function verifier(options: { readonly anchors?: MockRegister['anchors'] } = {}) {
  return createVerifier({
    register: register.url,
    now: () => clock,
    async fetch(input, init) {
      const response = await register.fetch(input, init);
      const path = String(input).slice(register.url.length + 1);
      requests.push(`${path.replace(/[0-9a-f]{16,}$/, 'key')} ${response.status}`);
      return response;
    },
    ...options,
  });
}

function later(seconds: number) {
  clock = new Date(clock.getTime() + seconds * 1000);
}

const first = [
  'trust-anchors 200',
  'revocation-lists/key 200',
  'revocation-lists/key 200',
  'revocation-lists/key 200',
  'status-lists/0 200',
];

describe('a verifier of many files', () => {
  it('asks for each list once, also of files at the same time', async () => {
    const { verify } = verifier();
    const files = Array.from({ length: 20 }, () => register.extracts.three);
    const verdicts = await Promise.all(files.map((file) => verify(file)));
    for (const file of files) verdicts.push(await verify(file));
    expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(['genuine']));
    expect(requests).toEqual(first);
  });

  it('asks again for how diplomas stand when the minute of the list has passed', async () => {
    const { verify } = verifier();
    await verify(register.extracts.dutch);
    later(59);
    await verify(register.extracts.dutch);
    expect(requests).toEqual(first);
    later(2);
    await verify(register.extracts.dutch);
    expect(requests).toEqual([...first, 'status-lists/0 304']);
    register.withdraw(exampleDiplomas.vwo.id);
    later(61);
    expect(await verify(register.extracts.dutch)).toMatchObject({ outcome: 'withdrawn' });
    expect(requests).toEqual([...first, 'status-lists/0 304', 'status-lists/0 200']);
  });

  it('asks again for anchors and revocations when their time has passed', async () => {
    const { verify } = verifier();
    await verify(register.extracts.dutch);
    requests = [];
    later(301);
    expect(await verify(register.extracts.dutch)).toMatchObject({ outcome: 'genuine' });
    expect(requests).toEqual([...first.slice(0, -1), 'status-lists/0 304']);
  });

  it('does not go by lists that are out of date, however unchanged', async () => {
    const { verify } = verifier({ anchors: register.anchors });
    expect(await verify(register.extracts.dutch)).toMatchObject({ outcome: 'genuine' });
    later(25 * 60 * 60);
    const verdict = await verify(register.extracts.dutch);
    expect(requests.at(-1)).toBe('status-lists/0 304');
    expect(verdict.outcome).toBe('inconclusive');
    expect(verdict.checks).toContainEqual(
      expect.objectContaining({ reason: 'status-list-expired' }),
    );
  });

  it('does not go by what it kept when the register is away, and lets it rest', async () => {
    const { verify } = verifier({ anchors: register.anchors });
    await verify(register.extracts.dutch);
    register.scenario = 'rateLimited';
    later(61);
    requests = [];
    for (let tries = 0; tries < 3; tries++) {
      expect(await verify(register.extracts.dutch)).toMatchObject({ outcome: 'inconclusive' });
    }
    expect(requests).toEqual(['status-lists/0 429']);
    register.scenario = 'normal';
    later(6);
    expect(await verify(register.extracts.dutch)).toMatchObject({ outcome: 'genuine' });
  });

  it('comes to a verdict also when it was made of nonsense', async () => {
    const { verify } = createVerifier({ register: 'nowhere', fetch: register.fetch });
    expect(await verify(register.extracts.dutch)).toMatchObject({ outcome: 'inconclusive' });
  });
});
