/**
 * A small diploma register in memory, with extracts that verify for real: for tests and for
 * building without a server.
 */
export type { AttackName, AttackSample } from './attacks.ts';
export type {
  MockRegister,
  MockRegisterOptions,
  MockShare,
  Scenario,
} from './mock-register.ts';
export { createMockRegister } from './mock-register.ts';
export type {
  MockState,
  StoredDelivery,
  StoredDiploma,
  StoredFile,
  StoredShare,
} from './state.ts';
