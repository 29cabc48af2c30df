import { exampleDeliveryLines } from '@diplomaregister/contract/examples';
import { contractCases, createAsker, operationIds } from '@diplomaregister/contract/suite';
import { expect, it } from 'vitest';
import { createMockRegister } from './index.ts';

const { fetch, tokens, url } = await createMockRegister();

const asker = createAsker({
  url,
  fetch,
  tokens: {
    holder: () => tokens.holder,
    institution: () => tokens.institution,
    scopeless: () => tokens.scopeless,
  },
  line: (recordId) => ({ ...exampleDeliveryLines.secondary, recordId }),
});

it.each(contractCases)('$name', ({ run }) => run(asker));

it('every operation of the contract succeeded at least once', () => {
  expect([...asker.succeeded].sort()).toEqual([...operationIds].sort());
});
