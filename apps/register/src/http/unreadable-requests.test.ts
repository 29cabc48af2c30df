import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { apiVersion } from '../contract/operations.ts';
import { startRegister } from '../test-support/start-register.ts';
import { arrivalLimit } from './unreadable-requests.ts';

let logged = '';
const log = new Writable({
  write(chunk, _encoding, done) {
    logged += chunk;
    done();
  },
});
const register = await startRegister({ log: pino({ level: 'trace' }, log) });
afterAll(() => register.close());
await register.server.listen({ port: 0, host: '127.0.0.1' });

function open(options: { readonly allowHalfOpen?: boolean } = {}): Socket {
  const address = register.server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return connect({ port, host: '127.0.0.1', ...options });
}

async function readAll(socket: Socket): Promise<string> {
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

const head = 'GET /v1/statistics HTTP/1.1\r\nHost: register.example\r\n';

test.each([
  ['no HTTP at all', 'Zonderling\r\n\r\n', 400, 'invalid-input'],
  ['a header without a name', `${head}Zonderling\r\n\r\n`, 400, 'invalid-input'],
  ['two lengths', `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400, 'invalid-input'],
  [
    'headers without end',
    `${head}X: ${'Zonderling'.repeat(2_000)}\r\n\r\n`,
    431,
    'headers-too-large',
  ],
])('%s is answered with a problem, and goes to no log', async (_name, text, status, code) => {
  const socket = open();
  socket.write(text);
  const [lines = '', body = ''] = (await readAll(socket)).split('\r\n\r\n');

  expect(lines).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  for (const header of [
    `API-Version: ${apiVersion}`,
    'Cache-Control: no-store',
    'Content-Type: application/problem+json; charset=utf-8',
    'x-content-type-options: nosniff',
  ]) {
    expect(lines.split('\r\n')).toContain(header);
  }
  const problem = JSON.parse(body) as { instance: string };
  expect(problem).toMatchObject({
    type: `urn:problem-type:diplomaregister:${code}`,
    status,
    ...(status === 400 && { errors: [{ in: 'header', code: 'unreadable' }] }),
  });
  expect(logged).toContain(problem.instance.replace('urn:uuid:', ''));
  expect(logged).not.toContain('Zonderling');
});

test('who was answered so and does not hang up is hung up on', async () => {
  const arrived = once(register.server.server, 'connection');
  const socket = open({ allowHalfOpen: true });
  const [serverSide] = (await arrived) as [Socket];
  socket.write('Zonderling\r\n\r\n');
  await readAll(socket);

  if (!serverSide.closed) await once(serverSide, 'close');
  expect(socket.writable).toBe(true);
  socket.destroy();
});

test('a request that does not end is given up, and its sender told', async () => {
  const { server } = register.server;
  const { headersTimeout, requestTimeout } = server;
  const arrived = once(server, 'connection');
  const socket = open();
  socket.write(head);
  const [serverSide] = await arrived;
  // As Node does when the time is over, for which it looks every half a minute.
  const late = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  server.emit('clientError', late, serverSide);

  expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 408 [\s\S]+:request-too-slow"/);

  expect({ headersTimeout, requestTimeout }).toEqual({
    headersTimeout: 60_000,
    requestTimeout: arrivalLimit,
  });
});
