import type { Handlers } from './contract/handlers.ts';

/** Every operation of the contract and who serves it. */
export const handlers: Partial<Handlers> = {};
