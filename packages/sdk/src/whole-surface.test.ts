import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { operationIds } from '@diplomaregister/contract/suite';
import { createMockRegister } from '@diplomaregister/mocks';
import { expect, it } from 'vitest';
import { createClient } from './index.ts';

it('a client has a method for every operation of the contract', async () => {
  const register = await createMockRegister();
  const { tokens, url } = register;
  const called = new Set<string>();
  const watched: typeof fetch = (input, init) => {
    const { pathname } = new URL(String(input));
    const path = pathname.replace('/v1', '').replace(/^(\/[a-z-]+\/)[^/]+/, '$1*');
    called.add(`${init?.method} ${path}`);
    return register.fetch(input, init);
  };
  const holder = createClient({ url, accessToken: tokens.holder, fetch: watched });
  const school = createClient({ url, accessToken: tokens.institution, fetch: watched });
  const diplomaIds = [exampleDiplomas.vwo.id];
  const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

  await holder.statistics.get();
  await holder.coverage.get();
  await holder.institutions.list();
  await holder.programmes.list();
  const { status } = await holder.trustAnchors.get();
  expect(await holder.revocationLists.get(status[0]?.keyId ?? '')).toBeInstanceOf(Uint8Array);
  expect(await holder.statusLists.get('0')).toMatch(/^ey/);
  await holder.diplomas.list();
  await holder.diplomas.get(exampleDiplomas.vwo.id);
  await holder.extracts.create({ diplomaIds, language: 'nl' });
  await holder.extracts.list();
  const { code, pin, share } = await holder.shares.create({ diplomaIds, expiresOn, marks: true });
  await holder.verifications.create({ shareCode: code, pin });
  await holder.shares.list();
  await holder.shares.revoke(share.id);
  await holder.accessRecords.list();
  const { id } = await holder.correctionRequests.create({
    reason: 'missing',
    institution: '98AA',
    text: 'Ontbreekt.',
  });
  await holder.correctionRequests.list();
  await school.correctionRequests.update(id, { status: 'in-progress' });
  await school.diplomaLookups.create({ bsn: '999990019', purpose: 'admission' });
  const { parts } = await school.deliveries.create('{}');
  await school.deliveries.get(parts[0]?.id ?? '');
  await school.deliveries.rejections(parts[0]?.id ?? '');

  expect(called.size).toBe(operationIds.length);
});
