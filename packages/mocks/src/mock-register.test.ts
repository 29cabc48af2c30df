import type { Delivery, Diploma, NewShare, Verdict } from '@diplomaregister/contract';
import {
  exampleDeliveryLines,
  exampleDiplomas,
  exampleExtracts,
} from '@diplomaregister/contract/examples';
import { verifySeal, verifyStatusList } from '@diplomaregister/seal/verify';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMockRegister, type MockRegister } from './index.ts';

let register: MockRegister;

beforeEach(async () => {
  register = await createMockRegister();
});

/** Asks the register for something, as the holder. */
function ask(path: string, method = 'GET', content?: unknown): Promise<Response> {
  const headers = {
    authorization: `Bearer ${register.tokens.holder}`,
    'content-type': 'application/json',
    'idempotency-key': 'a-key-of-some-length',
  };
  const body = content === undefined ? null : JSON.stringify(content);
  return register.fetch(register.url + path, { method, headers, body });
}

function decode(certificate: string): Uint8Array {
  return Uint8Array.from(atob(certificate), (character) => character.charCodeAt(0));
}

async function readExtract(file: Blob): Promise<string> {
  const { seal, timestamp } = await anchors();
  const report = await verifySeal(new Uint8Array(await file.arrayBuffer()), {
    anchors: { seal: [seal.certificate], timestamp: [timestamp.certificate] },
    revocationLists: [seal.list, timestamp.list],
  });
  if (report.outcome !== 'sealed') throw new Error(report.reason);
  return new TextDecoder().decode(report.attachment);
}

async function anchors() {
  const response = await ask('/trust-anchors');
  const { seal, timestamp } = await response.json();
  const read = async ({ certificate, keyId }: { certificate: string; keyId: string }) => {
    const list = await ask(`/revocation-lists/${keyId}`);
    return { certificate: decode(certificate), list: new Uint8Array(await list.arrayBuffer()) };
  };
  return { seal: await read(seal[0]), timestamp: await read(timestamp[0]) };
}

async function statusAt(index: number): Promise<string> {
  const response = await ask('/status-lists/0');
  const report = await verifyStatusList(await response.text(), {
    uri: `${register.url}/status-lists/0`,
    anchors: register.anchors.status.map(decode),
  });
  return report.outcome === 'valid' ? report.statusAt(index) : report.reason;
}

describe('extracts of a mock register', () => {
  it.each(['dutch', 'english', 'three'] as const)('%s is sealed for real', async (name) => {
    const extract = JSON.parse(await readExtract(register.extracts[name]));
    expect(extract).toEqual(exampleExtracts[name]);
  });

  it('name the status list of the register, also at another address', async () => {
    register = await createMockRegister({ url: 'https://elsewhere.example/v1' });
    const extract = JSON.parse(await readExtract(register.extracts.dutch));
    expect(extract.diplomas[0].status.uri).toBe('https://elsewhere.example/v1/status-lists/0');
  });

  it('are made of the diplomas that are asked for', async () => {
    const { havo, master } = exampleDiplomas;
    const request = { diplomaIds: [havo.id, master.id], language: 'en' };
    const response = await ask('/extracts', 'POST', request);
    expect(response.status).toBe(201);
    const extract = JSON.parse(await readExtract(await response.blob()));
    expect(extract.number).toBe(response.headers.get('extract-number'));
    expect(extract.diplomas.map((each: Diploma) => each.programme.code)).toEqual(['0371', '60082']);
  });

  it('are the same for a repeat with the same key', async () => {
    const request = { diplomaIds: [exampleDiplomas.vwo.id], language: 'nl' };
    const [first, second] = [
      await ask('/extracts', 'POST', request),
      await ask('/extracts', 'POST', request),
    ];
    expect(await first.text()).toBe(await second.text());
    const other = await ask('/extracts', 'POST', { ...request, language: 'en' });
    expect(other.status).toBe(409);
  });

  it('stand until their diploma is withdrawn or corrected', async () => {
    const { state } = register;
    const { bachelor, master } = exampleDiplomas;
    const place = (id: string) => state.diplomas.get(id)?.place ?? Number.NaN;
    const [first, second] = [place(bachelor.id), place(master.id)];
    expect(await statusAt(first)).toBe('valid');
    register.withdraw(bachelor.id);
    register.supersede(master.id);
    expect(await statusAt(first)).toBe('withdrawn');
    expect(await statusAt(second)).toBe('superseded');
    expect(await statusAt(place(master.id))).toBe('valid');
  });
});

describe('shares of a mock register', () => {
  async function verdict(code: string, pin: string): Promise<Verdict> {
    const response = await ask('/verifications', 'POST', { shareCode: code, pin });
    return response.json();
  }

  it('open with code and PIN until they are revoked', async () => {
    const request = { diplomaIds: [exampleDiplomas.vwo.id], expiresOn: tomorrow(), marks: false };
    const made: NewShare = await (await ask('/shares', 'POST', request)).json();
    expect(await verdict(made.code, made.pin)).toMatchObject({ outcome: 'genuine' });
    expect(JSON.stringify(await verdict(made.code, made.pin))).not.toContain('schoolExam');
    await ask(`/shares/${made.share.id}`, 'DELETE');
    expect(await verdict(made.code, made.pin)).toMatchObject({ outcome: 'share-revoked' });
  });

  it.each(['expired', 'revoked', 'locked'] as const)('say that they are %s', async (state) => {
    const { code, pin } = register.shares[state];
    expect((await verdict(code, pin)).outcome).toBe(`share-${state}`);
  });

  it('expire as time goes by, and are made anew for a key of ten minutes ago', async () => {
    let time = new Date('2026-11-23T22:30:00Z');
    register = await createMockRegister({ now: () => time });
    const request = { diplomaIds: [exampleDiplomas.vwo.id], marks: false };
    const today = { ...request, expiresOn: '2026-11-23' };
    const made: NewShare = await (await ask('/shares', 'POST', today)).json();
    expect(await verdict(made.code, made.pin)).toMatchObject({ outcome: 'genuine' });
    // Half past midnight, in the Netherlands.
    time = new Date('2026-11-23T23:30:00Z');
    expect(await verdict(made.code, made.pin)).toMatchObject({ outcome: 'share-expired' });
    const { items } = await (await ask('/shares')).json();
    expect(items).toContainEqual(expect.objectContaining({ id: made.share.id, state: 'expired' }));
    expect((await ask('/shares', 'POST', today)).status).toBe(400);
    const tomorrow = { ...request, expiresOn: '2026-11-24' };
    expect((await ask('/shares', 'POST', tomorrow)).status).toBe(201);
  });

  it('lock after ten wrong PINs', async () => {
    const { code, pin } = register.shares.active;
    const wrong = pin === '000000' ? '111111' : '000000';
    for (let tries = 1; tries < 10; tries++) {
      expect((await verdict(code, wrong)).outcome).toBe('pin-wrong');
    }
    expect((await verdict(code, wrong)).outcome).toBe('share-locked');
    expect((await verdict(code, pin)).outcome).toBe('share-locked');
  });

  function tomorrow(): string {
    return new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  }
});

describe('deliveries to a mock register', () => {
  async function deliver(...lines: readonly unknown[]): Promise<Delivery> {
    const response = await register.fetch(`${register.url}/deliveries`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${register.tokens.institution}`,
        'content-type': 'application/x-ndjson',
      },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect(response.status).toBe(201);
    return response.json();
  }

  it('register, change nothing, correct and withdraw', async () => {
    const { secondary, withdrawal } = exampleDeliveryLines;
    const corrected = { ...secondary, holder: { ...secondary.holder, givenNames: 'Zoë Anna' } };
    expect(await deliver(secondary)).toMatchObject({ registered: 1, rejected: 0 });
    expect(await deliver(secondary)).toMatchObject({ unchanged: 1 });
    expect(await deliver(corrected)).toMatchObject({ corrected: 1 });
    expect(await deliver(withdrawal)).toMatchObject({ withdrawn: 1 });
    expect(await deliver(withdrawal)).toMatchObject({ unchanged: 1 });
  });

  it('reject a BSN that fails the eleven test, and keep no BSN', async () => {
    const { secondary } = exampleDeliveryLines;
    const wrong = { ...secondary, holder: { ...secondary.holder, bsn: '999990008' } };
    expect(await deliver(wrong, secondary)).toMatchObject({ registered: 1, rejected: 1 });
    expect(await (await ask('/diplomas')).text()).not.toContain('9999900');
  });
});

describe('scenarios', () => {
  it('down: the network fails', async () => {
    register.scenario = 'down';
    await expect(ask('/statistics')).rejects.toThrow(TypeError);
  });

  it('rateLimited: 429 with Retry-After', async () => {
    register.scenario = 'rateLimited';
    const response = await ask('/statistics');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  });

  it('signedOut: 401 for holders, all well for anyone', async () => {
    register.scenario = 'signedOut';
    expect((await ask('/diplomas')).status).toBe(401);
    expect((await ask('/statistics')).status).toBe(200);
  });

  it('withdrawn: every diploma is, until the scenario ends', async () => {
    const { vwo } = exampleDiplomas;
    const place = register.state.diplomas.get(vwo.id)?.place ?? Number.NaN;
    const standings = async () => {
      const { items }: { items: Diploma[] } = await (await ask('/diplomas')).json();
      return new Set(items.map(({ standing }) => standing));
    };
    register.scenario = 'withdrawn';
    expect(await standings()).toEqual(new Set(['withdrawn']));
    expect(await statusAt(place)).toBe('withdrawn');
    const request = { diplomaIds: [vwo.id], language: 'nl' };
    expect((await ask('/extracts', 'POST', request)).status).toBe(409);
    register.scenario = 'normal';
    expect(await standings()).toContain('valid');
    expect(await statusAt(place)).toBe('valid');
  });

  it('weakSignIn: 403 for holders, all well for institutions and anyone', async () => {
    register.scenario = 'weakSignIn';
    const response = await ask('/diplomas');
    expect([response.status, (await response.json()).type]).toEqual([
      403,
      'urn:problem-type:diplomaregister:assurance-too-low',
    ]);
    const inbox = await register.fetch(`${register.url}/correction-requests`, {
      headers: { authorization: `Bearer ${register.tokens.institution}` },
    });
    expect(inbox.status).toBe(200);
    expect((await ask('/statistics')).status).toBe(200);
  });

  it('slow: keeps nobody waiting who gives up', async () => {
    const slow = await createMockRegister({ slowness: 60_000 });
    slow.scenario = 'slow';
    const leaving = new AbortController();
    const answer = slow.fetch(`${slow.url}/statistics`, { signal: leaving.signal });
    leaving.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('slow: answers late', async () => {
    const slow = await createMockRegister({ slowness: 120 });
    slow.scenario = 'slow';
    const start = performance.now();
    await slow.fetch(`${slow.url}/statistics`);
    expect(performance.now() - start).toBeGreaterThanOrEqual(100);
  });
});
