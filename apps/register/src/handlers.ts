import type { Handlers } from './contract/handlers.ts';
import { handlers as deliveries } from './deliveries/handlers.ts';
import { handlers as diplomas } from './diplomas/handlers.ts';

/** Every operation of the contract and who serves it. */
export const handlers: Partial<Handlers> = { ...deliveries, ...diplomas };
