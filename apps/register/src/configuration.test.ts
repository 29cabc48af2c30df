import { expect, test } from 'vitest';
import { ConfigurationError, environmentVariables, parseConfiguration } from './configuration.ts';
import { terms } from './retention/terms.ts';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfiguration(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}

test('every variable that is wrong is named, all at once', () => {
  const wrong = {
    REGISTER_PORT: 'http',
    REGISTER_HOST: '',
    REGISTER_URL: 'register',
    REGISTER_DATA: ' ',
    DATABASE_URL: 'mysql://host/database',
    DATABASE_READ_URL: '',
    IDENTITY_URL: 'ftp://identity.example',
    PORTAL_ORIGINS: 'portal.example https://portal.example/path',
    TRUSTED_PROXIES: 'proxy.example ::/0',
    CHECK_URL: 'https://check.example/check?code',
    ELEMENTS_FOLDER: '',
    METRICS_PORT: '-1',
    METRICS_HOST: '',
    RETENTION_SHARES_DAYS: '0',
    RETENTION_ACCESS_RECORDS_DAYS: 'long',
    RETENTION_CORRECTION_REQUESTS_DAYS: '1.5',
    RETENTION_REJECTIONS_DAYS: '',
    RETENTION_DIPLOMAS_YEARS: '100000',
  };
  const faults = faultsOf(wrong);

  expect(Object.keys(wrong)).toEqual(Object.keys(environmentVariables));
  expect(faults).toHaveLength(Object.keys(wrong).length);
  for (const name of Object.keys(wrong)) {
    expect(faults.some((fault) => fault.startsWith(name))).toBe(true);
  }
});

test('the issuer of tokens is reached over HTTPS, except on this machine', () => {
  for (const url of ['https://identity.example', 'http://localhost:4002', 'http://[::1]:4002']) {
    expect(parseConfiguration({ IDENTITY_URL: url }).identityUrl).toBe(url);
  }
  for (const url of ['http://identity.example', 'http://localhost.example', 'http://10.0.0.2']) {
    expect(faultsOf({ IDENTITY_URL: url })).toEqual([
      'IDENTITY_URL must be an https address, except on this machine.',
    ]);
  }
});

test('metrics are told nowhere unless a port is given, and then on this machine alone', () => {
  expect(parseConfiguration({})).not.toHaveProperty('metrics');
  expect(parseConfiguration({ METRICS_PORT: '9100' }).metrics).toEqual({
    host: '127.0.0.1',
    port: 9100,
  });
});

test('every term has its usual length, and its variable is in the help', () => {
  const { retention } = parseConfiguration({ RETENTION_SHARES_DAYS: '30' });

  expect(retention).toMatchObject({ shares: 30, diplomas: terms.diplomas.usual });
  for (const { usual, variable } of Object.values(terms)) {
    expect(environmentVariables[variable]).toContain(`(${usual})`);
  }
});
