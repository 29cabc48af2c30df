import { randomUUID } from 'node:crypto';
import type {
  CorrectionRequest,
  Diploma,
  ReceivedCorrectionRequest,
} from '@diplomaregister/contract';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { mapSuccessor } from '../institutions/successors.ts';
import { loadReference } from '../reference/reference.ts';
import { diplomasOf, getAsHolder, getAsInstitution } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { postAsHolder, sendAsInstitution } from '../test-support/post.ts';
import { startRegister, testStart } from '../test-support/start-register.ts';

const url = '/v1/correction-requests';
const text = 'Mijn achternaam is verkeerd gespeld.\nHet moet Brânzã zijn.';

const register = await startRegister();
afterAll(() => register.close());

let next = 0;
let bsn: string;
let diploma: Diploma;
beforeEach(async () => {
  next += 1;
  bsn = testBsn(next);
  register.clock.set(testStart);
  await deliver(register, [registerLine(`record-${next}`, { bsn })]);
  const [own] = await diplomasOf(register, bsn);
  if (own === undefined) throw new Error('The diploma is missing.');
  diploma = own;
});

const wrong = () => ({ reason: 'wrong', diplomaId: diploma.id, text });
const missing = (institution: string) => ({ reason: 'missing', institution, text });

async function send(body: object, holder = bsn): Promise<CorrectionRequest> {
  const response = await postAsHolder(register, holder, url, body);
  if (response.statusCode !== 201) throw new Error(`It was refused: ${response.body}`);
  return response.json<CorrectionRequest>();
}

async function own(holder = bsn, query = ''): Promise<CorrectionRequest[]> {
  const response = await getAsHolder(register, holder, url + query);
  return response.json<{ items: CorrectionRequest[] }>().items;
}

async function inbox(institution: string, query = ''): Promise<ReceivedCorrectionRequest[]> {
  const response = await getAsInstitution(register, institution, url + query);
  return response.json<{ items: ReceivedCorrectionRequest[] }>().items;
}

function update(institution: string, id: string, body: object) {
  return sendAsInstitution(register, institution, 'PATCH', `${url}/${id}`, body);
}

describe('a holder', () => {
  test('says what is wrong, and the institution learns about which diploma of whom', async () => {
    const sent = await send(wrong());

    expect(sent).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      reason: 'wrong',
      diplomaId: diploma.id,
      institution: { code: '98AA', name: 'Merelveld College', city: 'Zwolle' },
      text,
      status: 'open',
      createdAt: testStart,
      changedAt: testStart,
    });
    expect(await own()).toEqual([sent]);
    expect((await inbox('98AA')).find(({ id }) => id === sent.id)).toEqual({
      id: sent.id,
      reason: 'wrong',
      awardedBy: '98AA',
      holder: { bsn },
      diploma: {
        sector: 'vo',
        level: 'vwo',
        programme: { scheme: 'elementcode', code: '0170' },
        awardedOn: '2023-07-06',
      },
      text,
      status: 'open',
      createdAt: testStart,
      changedAt: testStart,
    });
  });

  test('says what is missing, also when the register had nothing of them', async () => {
    const newcomer = testBsn(500);
    const sent = await send(missing('98CC'), newcomer);

    expect(await own(newcomer)).toEqual([sent]);
    expect(await inbox('98CC')).toMatchObject([
      { id: sent.id, reason: 'missing', holder: { bsn: newcomer } },
    ]);
    expect(await diplomasOf(register, newcomer)).toEqual([]);
  });

  test('sends it once, however often it is sent', async () => {
    const key = randomUUID();
    const newcomer = testBsn(501);
    const answers = await Promise.all(
      [1, 2, 3].map(() => postAsHolder(register, newcomer, url, missing('98CC'), key)),
    );

    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await own(newcomer)).toHaveLength(1);
  });

  test('sends no more than five in 24 hours, whenever they come, and is told when again', async () => {
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => postAsHolder(register, bsn, url, wrong())),
    );
    const refused = sent.filter(({ statusCode }) => statusCode === 429);

    expect(sent.filter(({ statusCode }) => statusCode === 201)).toHaveLength(5);
    expect(refused).toHaveLength(3);
    expect(refused[0]?.headers['retry-after']).toBe(String(24 * 60 * 60));
    expect(refused[0]?.json()).toMatchObject({
      type: 'urn:problem-type:diplomaregister:too-many-correction-requests',
      detail: expect.stringContaining('at most 5 correction requests in 24 hours'),
    });
    expect(await own()).toHaveLength(5);
    register.clock.advance(24 * 60 * 60 - 1);
    expect((await postAsHolder(register, bsn, url, wrong())).statusCode).toBe(429);
    register.clock.advance(1);
    expect((await postAsHolder(register, bsn, url, wrong())).statusCode).toBe(201);
  });

  test('sees nothing of others, and asks nothing about the diploma of another', async () => {
    await send(wrong());
    const stranger = testBsn(502);

    expect(await own(stranger)).toEqual([]);
    expect((await postAsHolder(register, stranger, url, wrong())).statusCode).toBe(404);
  });

  test('reads them newest first, page by page, and by status', async () => {
    for (let count = 0; count < 3; count += 1) {
      register.clock.advance(1);
      await send(wrong());
    }
    const page = await getAsHolder(register, bsn, `${url}?limit=2&status=open`);
    const link = /<([^>]+)>; rel="next"/.exec(String(page.headers['link']))?.[1] ?? '';
    const following = await getAsHolder(register, bsn, link);
    const moments = [page, following]
      .flatMap((one) => one.json<{ items: CorrectionRequest[] }>().items)
      .map(({ createdAt }) => createdAt);

    expect(moments).toHaveLength(3);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(await own(bsn, '?status=done')).toEqual([]);
  });
});

describe('a request is refused', () => {
  test.each<[string, object, string[]]>([
    ['of nothing', {}, ['one-of', 'required /text']],
    ['for no reason', { reason: 'boredom', text }, ['not-allowed /reason']],
    ['about no diploma', { reason: 'wrong', text }, ['required /diplomaId']],
    [
      'with what belongs to another reason',
      { reason: 'missing', institution: '98AA', diplomaId: randomUUID(), text },
      ['unknown-property /diplomaId'],
    ],
    ['without words', { ...missing('98AA'), text: ' \n ' }, ['pattern /text']],
    ['with control characters', { ...missing('98AA'), text: 'a\u0007' }, ['pattern /text']],
    ['with half a character', { ...missing('98AA'), text: 'a\ud83d' }, ['not-text /text']],
    ['that is too long', { ...missing('98AA'), text: 'x'.repeat(2_001) }, ['too-long /text']],
    ['to an institution that is not known', missing('00XX'), ['institution-unknown /institution']],
    ['to one that has closed', missing('97ZZ'), ['institution-closed /institution']],
  ])('%s', async (_name, body, faults) => {
    const response = await postAsHolder(register, bsn, url, body);

    expect(response.statusCode).toBe(400);
    const { errors } = response.json<{
      errors: { code: string; location: { pointer: string } }[];
    }>();
    expect(errors.map(({ code, location }) => `${code} ${location.pointer}`.trim()).sort()).toEqual(
      faults,
    );
    expect(await own()).toEqual([]);
  });

  test.each([
    ['to an institution that is not known', missing('00XX')],
    ['to one that has closed', missing('97ZZ')],
    ['about a diploma that is not there', { reason: 'wrong', diplomaId: randomUUID(), text }],
  ])('%s makes nobody known', async (_name, body) => {
    const holders = () => register.register.database.selectFrom('holders').select('id').execute();
    const before = await holders();

    await postAsHolder(register, testBsn(800 + next), url, body);
    expect(await holders()).toEqual(before);
  });
});

describe('an institution', () => {
  test('says how far it is and what became of it, and the holder sees that', async () => {
    const { id } = await send(wrong());
    register.clock.advance(60);
    expect((await update('98AA', id, { status: 'in-progress' })).statusCode).toBe(200);
    expect(await own()).toMatchObject([{ status: 'in-progress', createdAt: testStart }]);

    register.clock.advance(60);
    const answer = 'Wij hebben uw naam verbeterd.';
    const done = await update('98AA', id, { status: 'done', answer });
    expect(done.json()).toMatchObject({ id, status: 'done', answer, holder: { bsn } });
    expect(await own()).toMatchObject([
      { status: 'done', answer, text, changedAt: '2026-11-23T12:02:00.000Z' },
    ]);
  });

  test('may say the same twice, and nothing else once it has answered', async () => {
    const { id } = await send(wrong());
    const refusal = { status: 'refused', answer: 'Zo staat het in uw paspoort.' };
    expect((await update('98AA', id, refusal)).statusCode).toBe(200);
    register.clock.advance(60);

    expect((await update('98AA', id, refusal)).json()).toMatchObject({ changedAt: testStart });
    for (const later of [{ status: 'in-progress' }, { status: 'done', answer: 'Toch wel.' }]) {
      const response = await update('98AA', id, later);
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({
        type: 'urn:problem-type:diplomaregister:correction-request-closed',
      });
    }
  });

  test('answers in words when it is through, and cannot reopen', async () => {
    const { id } = await send(wrong());

    for (const body of [
      { status: 'done' },
      { status: 'open' },
      { status: 'refused', answer: '' },
    ]) {
      expect((await update('98AA', id, body)).statusCode).toBe(400);
    }
  });

  test('neither sees nor answers what is for another one', async () => {
    const { id } = await send(wrong());
    const before = (await inbox('98DD')).length;

    expect(before).toBe(0);
    expect((await update('98DD', id, { status: 'in-progress' })).statusCode).toBe(404);
    expect((await update('98AA', randomUUID(), { status: 'in-progress' })).statusCode).toBe(404);
  });

  test('no longer sees which diploma it was, once that is somebody else’s', async () => {
    const { id } = await send(wrong());
    await deliver(register, [registerLine(`record-${next}`, { bsn: testBsn(503) })]);
    const received = (await inbox('98AA')).find((each) => each.id === id);

    expect(received).toMatchObject({ reason: 'wrong', holder: { bsn } });
    expect(received).not.toHaveProperty('diploma');
  });

  test('gets the requests of whom it succeeds, which gets them no more', async () => {
    const { database } = register.register;
    const sent = await send(missing('98DD'));
    await mapSuccessor(database, '98DD', '98CC');

    expect(await own()).toMatchObject([{ id: sent.id, institution: { code: '98CC' } }]);
    expect(await inbox('98DD')).toEqual([]);
    expect((await inbox('98CC')).find(({ id }) => id === sent.id)).toMatchObject({
      awardedBy: '98DD',
    });
    expect((await update('98DD', sent.id, { status: 'in-progress' })).statusCode).toBe(404);
    expect((await update('98CC', sent.id, { status: 'in-progress' })).statusCode).toBe(200);
    await database.deleteFrom('institutionSuccessors').execute();
  });

  test('may be newer than the process that serves, and answers whom it succeeds', async () => {
    const { database } = register.register;
    const sent = await send(missing('98DD'));
    const merged = {
      code: '98NN',
      name: 'Fusiehogeschool',
      city: 'Assen',
      sectors: ['ho'],
    } as const;
    await loadReference(database, { institutions: [merged], programmes: [], subjects: [] });
    await mapSuccessor(database, '98DD', '98NN');

    const institution = { code: '98NN', name: 'Fusiehogeschool', city: 'Assen' };
    expect(await own()).toEqual([{ ...sent, institution }]);
    expect(await send(missing('98DD'))).toMatchObject({ institution });
    await database.deleteFrom('institutionSuccessors').execute();
  });

  test('of a closed one can be asked when there is a successor', async () => {
    const { database } = register.register;
    await mapSuccessor(database, '97ZZ', '98AA');

    expect(await send(missing('97ZZ'))).toMatchObject({ institution: { code: '98AA' } });
    await database.deleteFrom('institutionSuccessors').execute();
  });
});
