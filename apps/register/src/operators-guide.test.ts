import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from './commands/commands.ts';
import { environmentVariables } from './configuration.ts';
import { startMetricsServer } from './metrics/metrics-server.ts';
import { startRegister, type TestRegister } from './test-support/start-register.ts';

let guide: string;
beforeAll(async () => {
  guide = await readFile(new URL('../../../docs/operate.md', import.meta.url), 'utf8');
});

/** What the register can be told, and what a variable of another program never begins with. */
const variable = /`((?:REGISTER|DATABASE|METRICS|RETENTION)_[A-Z_]+)`/g;

describe('the guide for operators', () => {
  test('has every variable, and those of the register alone', () => {
    for (const name of Object.keys(environmentVariables)) expect(guide).toContain(name);
    const named = [...guide.matchAll(variable)].map(([, name]) => name);
    expect(named.filter((name) => !(String(name) in environmentVariables))).toEqual([]);
  });

  test('has the usual value of every variable that has one', () => {
    const rows = guide.split('\n').filter((line) => line.startsWith('|'));
    for (const [name, meaning] of Object.entries(environmentVariables)) {
      const [, usual = ''] = /\((\S+)\)$/.exec(meaning) ?? [];
      if (usual === 'none') continue;
      const row = rows.find((row) => row.includes(`\`${name}\``) && row.includes(usual));
      expect({ name, row }).toEqual({ name, row: expect.any(String) });
    }
  });

  test('calls commands that there are', () => {
    const called = [...guide.matchAll(/`register ([a-z][^`]*)`/g)].map(([, words]) => `${words} `);
    const known = commands.map(({ words }) => `${words.join(' ')} `);
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((words) => !known.some((each) => words.startsWith(each)))).toEqual([]);
  });
});

describe('the metrics in the guide', () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await startRegister();
  });
  afterAll(() => register.close());

  test('are those that the register tells', async () => {
    const connections = () => ({ total: 0, idle: 0, waiting: 0 });
    const address = { host: '127.0.0.1', port: 0 };
    const server = await startMetricsServer(address, { ...register.register, connections });
    const told = register.register.metrics.registry.getMetricsAsArray().map(({ name }) => name);
    await server.close();

    const own = told.filter((name) => name.startsWith('register_'));
    const named = [...guide.matchAll(/^\| `(register_\w+)` \|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(own.sort());
  });
});
