import { contractCases, createAsker, operationIds } from '@diplomaregister/contract/suite';
import { afterAll, expect, it } from 'vitest';
import { registerLine, testBsn } from './test-support/deliver.ts';
import { startRegister } from './test-support/start-register.ts';

const { clock, close, server, tokens } = await startRegister();
afterAll(close);

const asker = createAsker({
  url: `${await server.listen({ port: 0, host: '127.0.0.1' })}/v1`,
  fetch,
  tokens: {
    holder: () => tokens.holder(testBsn(1)),
    institution: () => tokens.institution('98AA'),
    scopeless: (role) =>
      role === 'holder'
        ? tokens.holder(testBsn(1), { scope: 'openid' })
        : tokens.institution('98AA', { scope: 'openid' }),
  },
  now: clock.now,
  line: (recordId) => registerLine(recordId),
});

it.each(contractCases)('$name', ({ run }) => run(asker));

it('every operation of the contract succeeded at least once', () => {
  expect([...asker.succeeded].sort()).toEqual([...operationIds].sort());
});
