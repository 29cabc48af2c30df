import { correctionCases } from './correction-cases.ts';
import { deliveryCases } from './delivery-cases.ts';
import { holderCases } from './holder-cases.ts';
import { lookupCases } from './lookup-cases.ts';
import { publicCases } from './public-cases.ts';
import { refusalCases } from './refusal-cases.ts';
import type { Asker } from './subject.ts';

/** One thing that the contract promises; it throws when the promise is broken. */
export interface ContractCase {
  readonly name: string;
  run(asker: Asker): Promise<void>;
}

/** The whole contract, to be run in this order on one asker. */
export const contractCases: readonly ContractCase[] = [
  ...deliveryCases,
  ...publicCases,
  ...holderCases,
  ...refusalCases,
  ...correctionCases,
  ...lookupCases,
];
