import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { startRegister } from '../test-support/start-register.ts';

let logged = '';
const log = new Writable({
  write(chunk, _encoding, done) {
    logged += chunk;
    done();
  },
});
const register = await startRegister({ log: pino({ level: 'warn' }, log) });
afterAll(() => register.close());

test('who asks and hangs up at once is no fault of the register', async () => {
  await register.server.listen({ port: 0, host: '127.0.0.1' });
  const { server } = register.server;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  // Their address is gone with the connection.
  server.prependOnceListener('request', ({ socket }) => socket.destroy());
  const asked = once(server, 'request');
  const body = '{"shareCode":"0000-0000-0000-0000-0000","pin":"000000"}';
  const socket = connect(port, '127.0.0.1').resume();
  socket.write(
    `POST /v1/verifications HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await asked;
  if (!socket.closed) await once(socket, 'close');
  await register.server.inject('/v1/statistics');

  expect(logged).toBe('');
  expect(await register.register.metrics.registry.metrics()).not.toContain('status="500"');
});
