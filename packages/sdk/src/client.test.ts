import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient, NotFoundError, UnauthorizedError } from './index.ts';
import { verify } from './verify/index.ts';

const { bachelor, havo, vwo } = exampleDiplomas;

let register: MockRegister;
let client: Client;

beforeEach(async () => {
  register = await createMockRegister();
  const { fetch, tokens, url } = register;
  client = createClient({ url, accessToken: () => tokens.holder, fetch });
});

describe('a list', () => {
  it('can be awaited for its first page', async () => {
    const page = await client.diplomas.list({ limit: 3 });
    expect(page.items).toHaveLength(3);
    expect(page.hasMore).toBe(true);
    expect((await client.diplomas.list()).hasMore).toBe(false);
  });

  it('can be iterated over all of its pages', async () => {
    const awards: string[] = [];
    for await (const each of client.diplomas.list({ limit: 2 })) {
      awards.push('awardedOn' in each ? each.awardedOn : each.awardedIn);
    }
    expect(awards).toHaveLength(7);
    expect(awards).toEqual([...awards].sort().reverse());
  });

  it('takes only the cursor from a link, never the address', async () => {
    const asked: string[] = [];
    const { fetch, tokens, url } = register;
    const watched = createClient({
      url,
      accessToken: tokens.holder,
      fetch: async (input, init) => {
        asked.push(String(input));
        const response = await fetch(input, init);
        const headers = new Headers(response.headers);
        const link = headers.get('link');
        if (link) headers.set('link', link.replace(url, 'https://elsewhere.example/v1'));
        return new Response(response.body, { status: response.status, headers });
      },
    });
    for await (const _ of watched.diplomas.list({ limit: 4 }));
    expect(asked).toEqual([`${url}/diplomas?limit=4`, `${url}/diplomas?limit=4&cursor=from-4`]);
  });
});

describe('a holder', () => {
  it('gets one diploma', async () => {
    expect(await client.diplomas.get(vwo.id)).toEqual(vwo);
    const unknown = '00000000-0000-4000-8000-000000000000';
    await expect(client.diplomas.get(unknown)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('downloads an extract that is genuine', async () => {
    const { file, fileName, number } = await client.extracts.create({
      diplomaIds: [havo.id, bachelor.id],
      language: 'nl',
    });
    expect(file.type).toBe('application/pdf');
    expect(fileName).toMatch(/^uittreksel-dr-[\w-]+\.pdf$/);
    const { anchors, fetch, url } = register;
    const verdict = await verify(file, { register: url, anchors, fetch });
    expect(verdict).toMatchObject({ outcome: 'genuine', subject: { number } });
    expect((await client.extracts.list()).items[0]).toMatchObject({ number, language: 'nl' });
  });

  it('gets the same extract for the same key', async () => {
    const request = { diplomaIds: [vwo.id], language: 'en' } as const;
    const idempotencyKey = 'the-same-wish-twice';
    const first = await client.extracts.create(request, { idempotencyKey });
    const second = await client.extracts.create(request, { idempotencyKey });
    expect(second.number).toBe(first.number);
    expect(await second.file.text()).toBe(await first.file.text());
  });

  it('shares until a day, and withdraws the share', async () => {
    const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const request = { diplomaIds: [vwo.id], expiresOn, marks: true, receiver: 'Bakkerij Zeemeeuw' };
    const { code, pin, share } = await client.shares.create(request);
    const secrets = { shareCode: code, pin };
    expect((await client.verifications.create(secrets)).outcome).toBe('genuine');
    await client.shares.revoke(share.id);
    expect((await client.verifications.create(secrets)).outcome).toBe('share-revoked');
    const states = (await client.shares.list()).items.map(({ id, state }) => [id, state]);
    expect(states).toContainEqual([share.id, 'revoked']);
  });

  it('sees who opened a share', async () => {
    const { code, pin } = register.shares.active;
    await client.verifications.create({ shareCode: code, pin });
    const { items } = await client.accessRecords.list({ limit: 1 });
    expect(items).toMatchObject([{ way: 'share-opened', receiver: 'Ziekenhuis De Linde' }]);
  });

  it('asks an institution to mend a diploma, and reads the answer', async () => {
    const { fetch, tokens, url } = register;
    const school = createClient({ url, accessToken: tokens.institution, fetch });
    const request = {
      reason: 'missing',
      institution: '98AA',
      text: 'Mijn havo ontbreekt.',
    } as const;
    const { id } = await client.correctionRequests.create(request);
    const received = await school.correctionRequests.inbox({ status: 'open' });
    expect(received.items).toMatchObject([{ id, holder: { bsn: '999990019' } }]);
    const answer = 'Uw havo is aangeleverd.';
    await school.correctionRequests.update(id, { status: 'done', answer });
    const { items } = await client.correctionRequests.list({ status: 'done' });
    expect(items.find((each) => each.id === id)).toMatchObject({ answer });
  });

  it('who asks too often is told how long to wait', async () => {
    const request = { reason: 'missing', institution: '98AA', text: 'Ontbreekt.' } as const;
    for (let sent = 0; sent < 5; sent++) await client.correctionRequests.create(request);
    const refused = client.correctionRequests.create(request);
    await expect(refused).rejects.toMatchObject({
      code: 'too-many-correction-requests',
      retryAfter: 86_400_000,
    });
  });

  it('who is signed out is told so', async () => {
    register.scenario = 'signedOut';
    await expect(client.diplomas.list()).rejects.toBeInstanceOf(UnauthorizedError);
  });
});

describe('an institution', () => {
  it('looks up diplomas for admission, once', async () => {
    const { fetch, tokens, url } = register;
    let tries = 0;
    const school = createClient({
      url,
      accessToken: tokens.institution,
      fetch: (input, init) => {
        tries += 1;
        return fetch(input, init);
      },
    });
    const request = { bsn: '999990019', purpose: 'admission' } as const;
    const { diplomas } = await school.diplomaLookups.create(request);
    expect(diplomas.map(({ sector }) => sector)).toEqual(['vo', 'vo']);
    register.scenario = 'rateLimited';
    await expect(school.diplomaLookups.create(request)).rejects.toThrow('Too many requests');
    expect(tries).toBe(2);
  });
});

describe('anyone', () => {
  it('sees the counts and the anchors', async () => {
    const { fetch, url } = register;
    const anyone = createClient({ url, fetch });
    expect((await anyone.statistics.get()).diplomas.total).toBe(6);
    expect((await anyone.trustAnchors.get()).seal).toHaveLength(1);
  });

  it('learns what is in the register, and finds institutions and programmes', async () => {
    const { fetch, url } = register;
    const asked: [string, boolean][] = [];
    const anyone = createClient({
      url,
      accessToken: () => Promise.reject(new Error('No token is needed')),
      fetch: (input, init) => {
        asked.push([String(input), new Headers(init?.headers).has('authorization')]);
        return fetch(input, init);
      },
    });
    expect((await anyone.coverage.get()).kinds).toContainEqual({
      kind: 'wft-exam',
      privateFrom: 2014,
    });
    const { items } = await anyone.institutions.list({ search: 'breda lyceum', sector: 'vo' });
    expect(items.map(({ name }) => name)).toEqual(['Zuiderlicht Lyceum']);
    const codes: string[] = [];
    for await (const { code } of anyone.programmes.list({ sector: 'ho', limit: 1 })) {
      codes.push(code);
    }
    expect(codes.sort()).toEqual(['30020', '34560', '60082', '80011']);
    expect(asked[1]).toEqual([`${url}/institutions?search=breda+lyceum&sector=vo`, false]);
  });

  it('checks how an extract stands by the hash of its file', async () => {
    const { extracts, fetch, url } = register;
    const anyone = createClient({ url, fetch });
    const file = await extracts.three.arrayBuffer();
    const digest = await crypto.subtle.digest('SHA-256', file);
    const sha256 = Buffer.from(digest).toString('hex');
    const request = { extractNumber: 'DR-2YJ6-P0SG-XF7K-T', sha256 };
    const standings = ['valid', 'valid', 'valid'];
    expect(await anyone.verifications.checkExtract(request)).toMatchObject({ standings });
    register.withdraw(bachelor.id);
    expect(await anyone.verifications.checkExtract(request)).toMatchObject({
      outcome: 'withdrawn',
      standings: ['withdrawn', 'valid', 'valid'],
    });
    const another = { ...request, sha256: '0'.repeat(64) };
    expect(await anyone.verifications.checkExtract(another)).toMatchObject({
      outcome: 'not-an-extract',
    });
  });
});
