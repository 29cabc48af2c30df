import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const register = 'https://register.example/v1';
const issuer = 'https://identity.example';

let mock: MockRegister;
/** Minutes that the clock of the register is behind the one here. */
let minutesBehind: number;

beforeAll(async () => {
  mock = await createMockRegister({ url: register });
});

beforeEach(() => {
  mock.scenario = 'normal';
  minutesBehind = 0;
});

const network: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  if (request.url.includes('oauth-protected-resource')) {
    return Response.json({ resource: register, authorization_servers: [issuer] });
  }
  if (request.url.startsWith(issuer)) {
    return Response.json({ issuer, token_endpoint: `${issuer}/token` });
  }
  const { body, headers, status } = await mock.fetch(request);
  const date = new Date(Date.now() - minutesBehind * 60_000).toUTCString();
  return new Response(body, { status, headers: { ...Object.fromEntries(headers), date } });
};

async function status(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const code = await run(['status', ...args], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    fetch: network,
  });
  return { code, stdout, stderr };
}

describe('diplomaregister status', () => {
  it('tells that all is well, and ends with 0', async () => {
    const { code, stderr, stdout } = await status('--register', 'https://register.example');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/in [\d.]+ ms/, 'in 1 ms')).toMatch(
      new RegExp(`^register       ${register}
answers        yes, in 1 ms, API version \\S+
diplomas       6 \\(counted at \\S+Z\\)
anchors        seal 1, timestamp 1, status 1
token service  ${issuer}
clock          right\n$`),
    );
  });

  it('is told in Dutch, and as JSON', async () => {
    const dutch = await status('--register', register, '--language', 'nl');
    expect(dutch.stdout).toContain('antwoordt      ja, in');
    const { stdout } = await status('--register', register, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      register,
      answers: true,
      diplomas: 6,
      anchors: { seal: 1, timestamp: 1, status: 1 },
      tokenService: issuer,
    });
  });

  it('ends with 1 when the clock here is wrong', async () => {
    minutesBehind = 10;
    const { code, stdout } = await status('--register', register);
    expect(code).toBe(1);
    expect(stdout).toContain('10 minutes ahead: set it');
  });

  it('ends with 3 when the register is away', async () => {
    mock.scenario = 'down';
    const { code, stderr, stdout } = await status('--register', register, '--json');
    expect(code).toBe(3);
    expect(stderr).toContain('[connection-failed]');
    expect(JSON.parse(stdout)).toEqual({ register, answers: false, code: 'connection-failed' });
  });

  it.each([
    ['--register is missing', []],
    ['status takes no other words', ['me', '--register', register]],
  ])('ends with 2: %s', async (message, args) => {
    const { code, stderr } = await status(...args);
    expect([code, stderr.includes(message)]).toEqual([2, true]);
  });
});
