import { type SetupServer, setupServer } from 'msw/node';
import type { MockRegister } from './mock-register.ts';

/** Lets a mock register answer what this process asks. Start it with `server.listen()`. */
export function createMockServer(register: MockRegister): SetupServer {
  return setupServer(...register.handlers);
}
