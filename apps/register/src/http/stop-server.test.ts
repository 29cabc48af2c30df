import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerLine, testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { stopServer } from './stop-server.ts';

let register: TestRegister;
let port: number;
beforeEach(async () => {
  register = await startRegister();
  await register.server.listen({ port: 0, host: '127.0.0.1' });
  const address = register.server.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(() => register.close());

interface SlowDelivery {
  readonly socket: Socket;
  send(line: object): void;
  /** Ends the body, and gives the answer. */
  finish(): Promise<string>;
}

/** A delivery of which the head and the first line have arrived. */
async function beginDelivery(): Promise<SlowDelivery> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const token = await register.tokens.institution('98AA');
  const arrived = once(register.server.server, 'request');
  socket.write(
    [
      'POST /v1/deliveries HTTP/1.1',
      'Host: register.example',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/x-ndjson',
      'Transfer-Encoding: chunked',
      '\r\n',
    ].join('\r\n'),
  );
  await arrived;
  const write = (text: string) =>
    socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
  return {
    socket,
    send: (line) => void write(`${JSON.stringify(line)}\n`),
    async finish() {
      socket.write('0\r\n\r\n');
      return readAll(socket);
    },
  };
}

/** A request of which the head has not ended. */
async function beginRequest(line: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`${line} HTTP/1.1\r\nHost: register.example\r\n`);
  return socket;
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += chunk;
  return text;
}

test('a delivery that is under way is taken in and answered; nobody else gets in', async () => {
  const delivery = await beginDelivery();
  delivery.send(registerLine('one', { bsn: testBsn(1) }));
  const stopped = stopServer(register.server, 10_000);

  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  delivery.send(registerLine('two', { bsn: testBsn(1) }));
  expect(await delivery.finish()).toMatch(/^HTTP\/1\.1 201 [\s\S]*"registered":2/);
  expect(await stopped).toBe(true);
  const { database } = register.register;
  expect(await database.selectFrom('records').selectAll().execute()).toHaveLength(2);
});

test('a delivery that takes too long is broken off, and nothing of it stays', async () => {
  const delivery = await beginDelivery();
  delivery.send(registerLine('one', { bsn: testBsn(1) }));

  expect(await stopServer(register.server, 50)).toBe(false);
  if (!delivery.socket.closed) await once(delivery.socket, 'close');
  const { database } = register.register;
  expect(await database.selectFrom('records').selectAll().execute()).toEqual([]);
});

test('a request on a connection from before is sent elsewhere, as pages of any site may read', async () => {
  const delivery = await beginDelivery();
  const held = await beginRequest('GET /v1/statistics');
  const preflight = await beginRequest('OPTIONS /v1/verifications');
  const stopped = stopServer(register.server, 10_000);
  held.write('\r\n');
  preflight.write('\r\n');

  const answer = await readAll(held);
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toMatch(/connection: close/i);
  expect(answer).toContain('application/problem+json');
  expect(answer).toMatch(/access-control-allow-origin: \*/i);
  expect(await readAll(preflight)).toMatch(
    /^HTTP\/1\.1 204 [\s\S]*access-control-allow-origin: \*/i,
  );
  await delivery.finish();
  expect(await stopped).toBe(true);
});

test('a connection that was opened in advance, and never used, does not hold it up', async () => {
  const unused = connect(port, '127.0.0.1');
  await once(unused, 'connect');

  expect(await stopServer(register.server, 10_000)).toBe(true);
  if (!unused.closed) await once(unused, 'close');
});
