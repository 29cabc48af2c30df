import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isSecureAddress } from './access/secure-address.ts';
import type { MetricsAddress } from './metrics/metrics-server.ts';
import { type Retention, type TermName, terms } from './retention/terms.ts';
import { DatabaseAddress } from './store/database-address.ts';
import type { PostgresqlLocation } from './store/postgresql.ts';

/** What the operator decides, read once from the environment at start. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** The address under which the world reaches this register, without a slash at the end. */
  readonly url: string;
  /** The folder that holds the keys, and the database unless it is on a PostgreSQL server. */
  readonly dataFolder: string;
  /** The PostgreSQL server that has the database; PGlite has it in the data folder when absent. */
  readonly postgresql?: PostgresqlLocation;
  /** The issuer of access tokens. */
  readonly identityUrl: string;
  /** The origins of portals, whose scripts may act for a holder. */
  readonly portalOrigins: readonly string[];
  /**
   * Addresses and networks of the proxies in front, whose word on the caller's address is taken;
   * nobody's when empty.
   */
  readonly trustedProxies: readonly string[];
  /** The page on which anyone checks an extract or a share. */
  readonly checkUrl: string;
  /** The folder with the elements that are served for script tags; none when absent. */
  readonly elementsFolder?: string;
  readonly retention: Retention;
  /** Where metrics are told; nowhere when absent. */
  readonly metrics?: MetricsAddress;
}

/** Everything that is wrong with the environment, told at once. */
export class ConfigurationError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The configuration is invalid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.faults = faults;
  }
}

/** The environment variables that the register reads, for `--help` and the README. */
export const environmentVariables = {
  REGISTER_PORT: 'port to listen on (4001)',
  REGISTER_HOST: 'address to listen on (127.0.0.1)',
  REGISTER_URL: 'public address of the register (http://localhost:PORT)',
  REGISTER_DATA: 'folder for keys, and for the database without DATABASE_URL (.data/register)',
  DATABASE_URL: 'database on a PostgreSQL server (none: PGlite in REGISTER_DATA)',
  DATABASE_READ_URL: 'streaming replica of it, to read from (none)',
  IDENTITY_URL: 'issuer of access tokens (http://localhost:4002)',
  PORTAL_ORIGINS: 'origins of portals that act for holders, separated by spaces (none)',
  TRUSTED_PROXIES: 'addresses or networks of proxies in front, separated by spaces (none)',
  CHECK_URL: 'page on which anyone checks a diploma (http://localhost:4000/check)',
  ELEMENTS_FOLDER: 'folder of a release with the elements to serve for script tags (none)',
  METRICS_PORT: 'port on which /metrics is told, not for the public (none: not told)',
  METRICS_HOST: 'address on which /metrics is told (127.0.0.1)',
  RETENTION_SHARES_DAYS: 'days that an ended share is kept (90)',
  RETENTION_ACCESS_RECORDS_DAYS: 'days that it is kept who looked (730)',
  RETENTION_CORRECTION_REQUESTS_DAYS: 'days that an answered correction request is kept (365)',
  RETENTION_REJECTIONS_DAYS: 'days that rejected lines are kept (365)',
  RETENTION_DIPLOMAS_YEARS: 'years that a diploma is kept after its award (60)',
} as const;

type Environment = Readonly<Partial<Record<keyof typeof environmentVariables, string>>>;

/** @throws {ConfigurationError} with every fault in the environment. */
export function parseConfiguration(environment: Environment): Configuration {
  const faults: string[] = [];
  const port = parsePort('REGISTER_PORT', environment.REGISTER_PORT ?? '4001', faults);
  const address = (name: keyof typeof environmentVariables, fallback: string) =>
    parseAddress(name, environment[name] ?? fallback, faults);
  const postgresql = parsePostgresql(environment, faults);
  const metrics = parseMetrics(environment, faults);
  const configuration: Configuration = {
    host: parseText('REGISTER_HOST', environment.REGISTER_HOST ?? '127.0.0.1', faults),
    port,
    url: address('REGISTER_URL', `http://localhost:${port}`),
    dataFolder: resolve(
      parseText('REGISTER_DATA', environment.REGISTER_DATA ?? '.data/register', faults),
    ),
    ...(postgresql && { postgresql }),
    identityUrl: parseIssuer(address('IDENTITY_URL', 'http://localhost:4002'), faults),
    portalOrigins: parseOrigins(environment.PORTAL_ORIGINS ?? '', faults),
    trustedProxies: parseProxies(environment.TRUSTED_PROXIES ?? '', faults),
    checkUrl: address('CHECK_URL', 'http://localhost:4000/check'),
    ...(environment.ELEMENTS_FOLDER !== undefined && {
      elementsFolder: resolve(parseText('ELEMENTS_FOLDER', environment.ELEMENTS_FOLDER, faults)),
    }),
    retention: parseRetention(environment, faults),
    ...(metrics && { metrics }),
  };
  if (faults.length > 0) throw new ConfigurationError(faults);
  return configuration;
}

function parseRetention(environment: Environment, faults: string[]): Retention {
  const parse = (name: TermName) => {
    const { usual, variable } = terms[name];
    const value = environment[variable];
    if (value === undefined) return usual;
    if (/^[1-9]\d{0,4}$/.test(value)) return Number(value);
    faults.push(`${variable} must be a whole number from 1 to 99999.`);
    return usual;
  };
  return {
    shares: parse('shares'),
    accessRecords: parse('accessRecords'),
    correctionRequests: parse('correctionRequests'),
    rejections: parse('rejections'),
    diplomas: parse('diplomas'),
  };
}

function parseMetrics(
  { METRICS_HOST = '127.0.0.1', METRICS_PORT }: Environment,
  faults: string[],
): MetricsAddress | undefined {
  const host = parseText('METRICS_HOST', METRICS_HOST, faults);
  if (METRICS_PORT === undefined) return undefined;
  return { host, port: parsePort('METRICS_PORT', METRICS_PORT, faults) };
}

/** An empty host would be every address of the machine, an empty folder the one it is started in. */
function parseText(name: string, value: string, faults: string[]): string {
  if (value.trim() === '') faults.push(`${name} must not be empty: leave it out.`);
  return value;
}

function parsePort(name: string, value: string, faults: string[]): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  faults.push(`${name} must be a whole number from 0 to 65535.`);
  return 0;
}

function parseAddress(name: string, value: string, faults: string[]): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username) {
    return url.href.replace(/\/+$/, '');
  }
  faults.push(`${name} must be an http or https address without query, fragment or user.`);
  return value;
}

/** Whoever may change the keys of the issuer on the way may be anyone. */
function parseIssuer(url: string, faults: string[]): string {
  if (URL.canParse(url) && new URL(url).protocol === 'http:' && !isSecureAddress(new URL(url))) {
    faults.push('IDENTITY_URL must be an https address, except on this machine.');
  }
  return url;
}

function parsePostgresql(
  { DATABASE_URL, DATABASE_READ_URL }: Environment,
  faults: string[],
): PostgresqlLocation | undefined {
  const parse = (name: string, value: string | undefined) => {
    const address = value === undefined ? undefined : DatabaseAddress.parse(value);
    if (value !== undefined && address === undefined) {
      faults.push(`${name} must be an address such as postgresql://user:password@host/database.`);
    }
    return address;
  };
  const primary = parse('DATABASE_URL', DATABASE_URL);
  const replica = parse('DATABASE_READ_URL', DATABASE_READ_URL);
  if (DATABASE_URL === undefined && DATABASE_READ_URL !== undefined) {
    faults.push('DATABASE_READ_URL is of no use without DATABASE_URL.');
  }
  return primary && { primary, ...(replica && { replica }) };
}

function parseOrigins(value: string, faults: string[]): string[] {
  const origins = wordsOf(value);
  if (!origins.every((text) => URL.canParse(text) && new URL(text).origin === text)) {
    faults.push('PORTAL_ORIGINS must be origins such as https://portal.example, without a path.');
  }
  return origins;
}

function parseProxies(value: string, faults: string[]): string[] {
  const proxies = wordsOf(value);
  if (!proxies.every(isAddressOrNetwork)) {
    faults.push('TRUSTED_PROXIES must be IP addresses, or networks such as 10.0.0.0/8.');
  }
  return proxies;
}

/** A network of all addresses is none: then anyone could say to be anyone. */
function isAddressOrNetwork(text: string): boolean {
  const [, address = '', prefix] = /^([^/]+)(?:\/([1-9]\d{0,2}))?$/.exec(text) ?? [];
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return bits > 0 && Number(prefix ?? bits) <= bits;
}

function wordsOf(value: string): string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}
