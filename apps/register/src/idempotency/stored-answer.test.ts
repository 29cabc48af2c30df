import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { sendAnswer } from './stored-answer.ts';

test('the bytes of an answer are let go of when they are sent', async () => {
  const body = new Uint8Array(1_000_000).fill(7);
  await using server = Fastify();
  server.get('/', async (_request, reply) => sendAnswer(reply, { status: 200, headers: {}, body }));
  const url = await server.listen({ host: '127.0.0.1', port: 0 });

  const received = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(received.equals(new Uint8Array(1_000_000).fill(7))).toBe(true);
  await expect.poll(() => body.byteLength).toBe(0);
});

test('bytes in a buffer that others have a part of stay', async () => {
  const shared = new Uint8Array(100).fill(7);
  await using server = Fastify();
  server.get('/', async (_request, reply) =>
    sendAnswer(reply, { status: 200, headers: {}, body: shared.subarray(0, 50) }),
  );
  const url = await server.listen({ host: '127.0.0.1', port: 0 });

  await (await fetch(url)).arrayBuffer();
  await server.close();
  expect(shared.byteLength).toBe(100);
});
