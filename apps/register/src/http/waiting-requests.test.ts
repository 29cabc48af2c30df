import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { mostWaiting } from './waiting-requests.ts';

let logged = '';
const log = new Writable({
  write(chunk, _encoding, done) {
    logged += chunk;
    done();
  },
});
let register: TestRegister;
let port: number;
beforeAll(async () => {
  register = await startRegister({ log: pino(log) });
  await register.server.listen({ port: 0, host: '127.0.0.1' });
  const address = register.server.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => register.close());

const request = 'GET /v1/openapi.json HTTP/1.1\r\nHost: register.example\r\n\r\n';

async function open() {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

test('as many requests as may wait on one connection are answered', async () => {
  const socket = await open();
  let answers = '';
  socket.on('data', (data) => {
    answers += data;
  });
  for (let round = 1; round <= 3; round += 1) {
    socket.write(request.repeat(mostWaiting));
    const sum = round * mostWaiting;
    await expect.poll(() => answers.split('HTTP/1.1 200 OK').length - 1).toBe(sum);
  }
  socket.destroy();
});

test('a connection on which more wait is broken off, and no answer is made for them', async () => {
  const socket = await open();
  logged = '';
  socket.resume().write(request.repeat(1_000));
  if (!socket.closed) await once(socket, 'close');
  await register.server.inject('/v1/coverage');

  const lines = logged.split('\n').filter((line) => line.includes('"/v1/openapi.json"'));
  expect(lines.length).toBeLessThanOrEqual(mostWaiting);
  expect(logged).not.toContain('"level":50');
});
