// Made from the example extracts by `pnpm generate`; do not edit.

import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { three } from './three.ts';

/** The PDF of each of the `exampleExtracts`, in base64: composed by the register, not sealed. */
export const exampleDocuments = { dutch, english, three } as const;
