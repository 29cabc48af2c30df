import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diplomasOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { postAsHolder, sendAsInstitution, share, verifyShare } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

/** All rows of all tables, as text and as the bytes that are in them. */
async function dump(): Promise<Map<string, string>> {
  const { database } = register.register;
  const tables = await database.introspection.getTables();
  const text = (value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value);
  const content = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(database);
    content.set(name, rows.flatMap((row) => Object.values(row).map(text)).join('\n'));
  }
  return content;
}

/** Tables that have nothing of a holder, and may be empty. */
const ofNoHolder = new Set([
  'announced_keys',
  'institution_keys',
  'institution_successors',
  'removed_statuses',
  'removed_versions',
  'retention_runs',
  'status_list_revisions',
]);

test('a stolen database names nobody', async () => {
  const bsn = testBsn(5);
  const holder = {
    bsn,
    givenNames: 'Willemijn',
    familyName: 'Zonderling',
    birthDate: '2004-02-29',
  };
  const faulty = { ...registerLine('bad', holder), Willemijn: 'Zonderling' };
  await deliver(register, [registerLine('record-1', holder), faulty]);
  const [diploma] = await diplomasOf(register, bsn);
  const diplomaIds = diploma === undefined ? [] : [diploma.id];
  await verifyShare(register, await share(register, bsn, { diplomaIds, receiver: 'Zeezicht' }));
  const extract = { diplomaIds, language: 'nl' };
  expect((await postAsHolder(register, bsn, '/v1/extracts', extract)).statusCode).toBe(201);
  const lookup = { bsn, purpose: 'admission' };
  await sendAsInstitution(register, '98AA', 'POST', '/v1/diploma-lookups', lookup);
  const url = '/v1/correction-requests';
  const request = { reason: 'missing', institution: '98CC', text: 'Ik heet Zonderling.' };
  const { id } = (await postAsHolder(register, bsn, url, request)).json<{ id: string }>();
  const answer = { status: 'refused', answer: 'Willemijn was hier niet.' };
  await sendAsInstitution(register, '98CC', 'PATCH', `${url}/${id}`, answer);
  const claims = { act: { name: 'Wilma Zeegers' } };
  const authorization = `Bearer ${await register.tokens.holder(bsn, { claims })}`;
  await register.server.inject({ url: '/v1/diplomas', headers: { authorization } });

  const tables = await dump();
  const empty = [...tables].filter(([, rows]) => rows === '').map(([name]) => name);
  expect(empty.filter((name) => !ofNoHolder.has(name))).toEqual([]);
  const content = [...tables.values()].join('\n');
  expect(content).toContain('record-1');
  expect(content).toContain('share-opened');
  expect(content).toContain('createExtract');
  expect(content).toContain('refused');
  expect(content).toContain('Merelveld College');
  for (const secret of [bsn, 'Willemijn', 'Zonderling', '2004-02-29', 'Zeezicht', 'Zeegers']) {
    expect(content).not.toContain(secret);
  }
});
