import type { Command } from './command.ts';
import { migrate } from './migrate.ts';
import { population } from './population.ts';
import { addReference } from './reference.ts';
import { serve } from './serve.ts';

/** Every command, in the order in which help tells them. */
export const commands: readonly Command[] = [serve, migrate, addReference, population];
