import { createServer } from 'node:net';

/** Where the three services listen. */
export interface Ports {
  readonly demo: number;
  readonly register: number;
  readonly identity: number;
}

/** The environment variable that chooses each port, and the port without it. */
export const portVariables = {
  demo: ['DEMO_PORT', 4000],
  register: ['REGISTER_PORT', 4001],
  identity: ['IDENTITY_PORT', 4002],
} as const satisfies Record<keyof Ports, readonly [variable: string, port: number]>;

/** @throws {Error} when a variable is not a port. */
export function readPorts(environment: Readonly<Record<string, string | undefined>>): Ports {
  const read = (name: keyof Ports) => {
    const [variable, usual] = portVariables[name];
    const port = Number(environment[variable] ?? usual);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    throw new Error(`${variable} must be a whole number from 1 to 65535.`);
  };
  return { demo: read('demo'), register: read('register'), identity: read('identity') };
}

/** @throws {Error} naming the first port that something else has, and the variable to change it. */
export async function demandFreePorts(ports: Ports): Promise<void> {
  for (const name of ['demo', 'register', 'identity'] as const) {
    const [variable] = portVariables[name];
    if (!(await isFree(ports[name]))) {
      throw new Error(`Port ${ports[name]} is taken; choose another by ${variable}.`);
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
