import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapSuccessor } from '../institutions/successors.ts';
import { diplomasOf, rejectionsOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { reasonsFor } from '../test-support/reasons-for.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { receiveDelivery } from './receive-delivery.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

describe('a successor', () => {
  const alumna = { bsn: testBsn(30), birthDate: '1995-01-01' };
  const ofOldSchool = (recordId: string, awardedOn: string) =>
    registerLine(recordId, alumna, { institution: '97ZZ', awardedOn });
  const mapped = () => mapSuccessor(register.register.database, '97ZZ', '98AA');

  test('corrects, withdraws and adds records of whom it succeeds, beside its own', async () => {
    await deliver(register, [ofOldSchool('one', '2012-07-01')], '97ZZ');
    await mapped();
    const delivery = await deliver(register, [
      registerLine('one', { bsn: testBsn(31) }),
      ofOldSchool('one', '2012-07-02'),
      ofOldSchool('two', '2013-07-02'),
      { action: 'withdraw', recordId: 'two', institution: '97ZZ' },
      { action: 'withdraw', recordId: 'three', institution: '97ZZ' },
    ]);

    expect(delivery).toMatchObject({ registered: 2, corrected: 1, withdrawn: 1, rejected: 1 });
    expect(await rejectionsOf(register, delivery.id)).toMatchObject([
      { line: 5, recordId: 'three', errors: [{ code: 'record-unknown' }] },
    ]);
    expect(await diplomasOf(register, testBsn(30))).toMatchObject([
      { standing: 'withdrawn', institution: { code: '97ZZ' } },
      { standing: 'valid', version: 2, awardedOn: '2012-07-02', institution: { code: '97ZZ' } },
    ]);
    expect(await diplomasOf(register, testBsn(31))).toMatchObject([
      { version: 1, institution: { code: '98AA' } },
    ]);
  });

  test('changes nothing of what was withdrawn before', async () => {
    const lines = [
      ofOldSchool('four', '2012-07-01'),
      { action: 'withdraw', recordId: 'four', institution: '97ZZ' },
    ];
    await mapped();
    await deliver(register, lines);

    expect(await deliver(register, lines)).toMatchObject({ unchanged: 2 });
    expect(await reasonsFor(register, ofOldSchool('four', '2012-07-02'))).toEqual([
      'record-withdrawn /recordId',
    ]);
    // Its own record of the same name is another one.
    const own = registerLine('four', { bsn: testBsn(32) });
    expect(await deliver(register, [own])).toMatchObject({ registered: 1 });
  });

  test('adds nothing from after the end of whom it succeeds', async () => {
    await mapped();

    expect(await reasonsFor(register, ofOldSchool('late', '2016-07-01'))).toEqual([
      'institution-not-open /diploma/institution',
    ]);
  });

  test('is the only one who may, from then on', async () => {
    await mapped();

    expect(await reasonsFor(register, ofOldSchool('one', '2012-07-03'), '97ZZ')).toEqual([
      'institution-succeeded /diploma/institution',
    ]);
    expect(await reasonsFor(register, withdrawLine('one'), '97ZZ')).toEqual([
      'institution-succeeded /recordId',
    ]);
    const asAnother = { action: 'withdraw', recordId: 'one', institution: '97ZZ' };
    expect(await reasonsFor(register, asAnother, '98CC')).toEqual([
      'institution-mismatch /institution',
    ]);
  });
});

test('whoever gets a successor while the delivery still comes in, delivers nothing more', async () => {
  await using own = await startRegister();
  const { database } = own.register;
  const awarded = { institution: '97ZZ', awardedOn: '2012-07-01' };
  const line = registerLine('slow', { bsn: testBsn(33), birthDate: '1995-01-01' }, awarded);
  async function* slowly() {
    yield Buffer.from(`${JSON.stringify(line)}\n`);
    await mapSuccessor(database, '97ZZ', '98AA');
  }

  const delivery = receiveDelivery(own.register, '97ZZ', slowly());
  await expect(delivery).rejects.toMatchObject({ code: 'unavailable' });
  expect(await diplomasOf(own, testBsn(33))).toEqual([]);
  expect(await deliver(own, [line], '97ZZ')).toMatchObject({ rejected: 1 });
  expect(await deliver(own, [line], '98AA')).toMatchObject({ registered: 1 });
});
