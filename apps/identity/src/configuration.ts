import { resolve } from 'node:path';

/** What the operator decides, read once from the environment at start. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** The issuer of all tokens, without a slash at the end. */
  readonly url: string;
  /** The folder that holds the signing keys. */
  readonly dataFolder: string;
  /** The register, without a slash at the end. Its API, `${registerUrl}/v1`, is the audience. */
  readonly registerUrl: string;
  /** A JSON file with the people who can sign in. */
  readonly accountsFile: string;
  /** A JSON file with the portals and institutions that may ask for tokens. */
  readonly clientsFile: string;
}

/** Everything that is wrong with the environment or with a file that it names, told at once. */
export class ConfigurationError extends Error {
  constructor(faults: readonly string[]) {
    super(`The configuration is invalid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

type Variable =
  | 'IDENTITY_PORT'
  | 'IDENTITY_HOST'
  | 'IDENTITY_URL'
  | 'IDENTITY_DATA'
  | 'IDENTITY_ACCOUNTS'
  | 'IDENTITY_CLIENTS'
  | 'REGISTER_URL';

/** @throws {ConfigurationError} with every fault in the environment. */
export function parseConfiguration(
  environment: Readonly<Partial<Record<Variable, string>>>,
): Configuration {
  const faults: string[] = [];
  const port = parsePort(environment.IDENTITY_PORT ?? '4002', faults);
  const address = (name: Variable, fallback: string) =>
    parseAddress(name, environment[name] ?? fallback, faults);
  const file = (name: Variable) => {
    const path = environment[name];
    if (path === undefined || path === '') faults.push(`${name} must name a JSON file.`);
    return resolve(path ?? '');
  };
  const configuration: Configuration = {
    host: environment.IDENTITY_HOST ?? '127.0.0.1',
    port,
    url: address('IDENTITY_URL', `http://localhost:${port}`),
    dataFolder: resolve(environment.IDENTITY_DATA ?? '.data/identity'),
    registerUrl: address('REGISTER_URL', 'http://localhost:4001'),
    accountsFile: file('IDENTITY_ACCOUNTS'),
    clientsFile: file('IDENTITY_CLIENTS'),
  };
  if (faults.length > 0) throw new ConfigurationError(faults);
  return configuration;
}

function parsePort(value: string, faults: string[]): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  faults.push('IDENTITY_PORT must be a whole number from 1 to 65535.');
  return 0;
}

function parseAddress(name: Variable, value: string, faults: string[]): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) {
    return url.origin;
  }
  faults.push(`${name} must be an http or https address without a path.`);
  return value;
}
