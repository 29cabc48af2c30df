import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demandFreePorts, type Ports } from './ports.ts';
import { accountsFile, deliverRecords, prepareSchools } from './schools.ts';
import { type Service, startService } from './service.ts';
import { buildSite } from './site.ts';

export interface StackOptions {
  readonly ports: Ports;
  /** Holds everything that outlives a restart. */
  readonly dataFolder: string;
}

/** The addresses of the services, without a slash at the end. */
export interface Addresses {
  readonly demo: string;
  readonly register: string;
  readonly identity: string;
}

export type ServiceName = keyof Addresses;

/** Register, sign-in and demo site, all running. */
export interface Stack {
  readonly addresses: Addresses;
  /** Settles when a service ends that was not stopped; the text says which and how. */
  readonly broken: Promise<string>;
  stopService(name: ServiceName): Promise<void>;
  startService(name: ServiceName): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Builds the demo site and starts everything; makes the keys of the schools the first time, and
 * delivers their records.
 *
 * @throws {Error} naming what hinders, when something does; nothing is left running then.
 */
export async function startStack({ ports, dataFolder }: StackOptions): Promise<Stack> {
  await demandFreePorts(ports);
  const addresses: Addresses = {
    demo: `http://localhost:${ports.demo}`,
    register: `http://localhost:${ports.register}`,
    identity: `http://localhost:${ports.identity}`,
  };
  const schoolsFolder = join(dataFolder, 'schools');
  const siteFolder = join(dataFolder, 'site');
  const clientsFile = await writeClients(dataFolder, schoolsFolder, addresses.demo);
  const environment = {
    DEMO_PORT: String(ports.demo),
    DEMO_URL: addresses.demo,
    DEMO_SCHOOLS: schoolsFolder,
    DEMO_SITE: siteFolder,
    REGISTER_PORT: String(ports.register),
    REGISTER_URL: addresses.register,
    REGISTER_DATA: join(dataFolder, 'register'),
    PORTAL_ORIGINS: addresses.demo,
    CHECK_URL: `${addresses.demo}/check`,
    IDENTITY_PORT: String(ports.identity),
    IDENTITY_URL: addresses.identity,
    IDENTITY_DATA: join(dataFolder, 'identity'),
    IDENTITY_ACCOUNTS: accountsFile,
    IDENTITY_CLIENTS: clientsFile,
  };
  const commands: Readonly<Record<ServiceName, readonly [health: string, ...command: string[]]>> = {
    register: ['/ready', 'apps/register/src/main.ts', 'serve'],
    identity: ['/health', 'apps/identity/src/main.ts'],
    demo: ['/health', 'apps/demo/server/main.ts'],
  };

  const running = new Map<ServiceName, Service>();
  const { promise: broken, resolve: reportBroken } = Promise.withResolvers<string>();

  async function start(name: ServiceName): Promise<void> {
    const [health, ...command] = commands[name];
    const healthUrl = `${addresses[name]}${health}`;
    const service = await startService({ name, command, environment, healthUrl });
    running.set(name, service);
    void service.ended.then((how) => {
      if (running.get(name) === service) reportBroken(how);
    });
  }

  async function stop(name: ServiceName): Promise<void> {
    const service = running.get(name);
    running.delete(name);
    await service?.stop();
  }

  /** In the order in which they need each other less and less. */
  async function stopAll(): Promise<void> {
    for (const name of ['demo', 'identity', 'register'] as const) await stop(name);
  }

  try {
    const starts = await Promise.allSettled([
      start('register'),
      start('identity'),
      buildSite(siteFolder).then(() => start('demo')),
    ]);
    const failed = starts.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    await deliverRecords(schoolsFolder, `${addresses.register}/v1`);
  } catch (error) {
    await stopAll();
    throw error;
  }
  return { addresses, broken, startService: start, stopService: stop, stop: stopAll };
}

/** Tells the token service who may ask for tokens: the portal in each language, and the schools. */
async function writeClients(
  dataFolder: string,
  schoolsFolder: string,
  demoUrl: string,
): Promise<string> {
  const pages = [`${demoUrl}/portal/`, `${demoUrl}/en/portal/`];
  const clients = {
    portals: [{ clientId: 'portal', redirectUris: pages, postLogoutRedirectUris: pages }],
    institutions: await prepareSchools(schoolsFolder),
  };
  const file = join(dataFolder, 'clients.json');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, `${JSON.stringify(clients, undefined, 2)}\n`);
  return file;
}
