import { type SetupWorker, setupWorker } from 'msw/browser';
import type { MockRegister } from './mock-register.ts';

/**
 * Lets a mock register answer what a page asks. Start it with `worker.start()`; the host serves
 * MSW's service worker script.
 */
export function createMockWorker(register: MockRegister): SetupWorker {
  return setupWorker(...register.handlers);
}
