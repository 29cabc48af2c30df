import { afterAll, beforeAll, expect, test } from 'vitest';
import { diplomasOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn } from '../test-support/deliver.ts';
import { postAsHolder, share, verifyShare } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { type MetricsServer, startMetricsServer } from './metrics-server.ts';

const bsn = testBsn(1);
let register: TestRegister;
let metrics: MetricsServer;
beforeAll(async () => {
  register = await startRegister();
  metrics = await startMetricsServer(
    { host: '127.0.0.1', port: 0 },
    { ...register.register, connections: () => ({ total: 3, idle: 2, waiting: 1 }) },
  );
});
afterAll(async () => {
  await metrics.close();
  await register.close();
});

const get = (path: string, method = 'GET') =>
  fetch(`http://127.0.0.1:${metrics.port}${path}`, { method });

test('tells in Prometheus form what the register did, and of nobody', async () => {
  await deliver(register, [
    registerLine('one', { bsn, familyName: 'Zonderling' }),
    registerLine('two', { bsn }),
    { action: 'dance' },
  ]);
  const [diploma] = await diplomasOf(register, bsn);
  const diplomaIds = [diploma?.id ?? ''];
  await postAsHolder(register, bsn, '/v1/extracts', { diplomaIds, language: 'en' });
  const shared = await share(register, bsn, { diplomaIds });
  await verifyShare(register, shared);
  await register.server.inject(`/v1/${bsn}`);

  const response = await get('/metrics');
  const text = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  for (const line of [
    'register_delivery_lines_total{result="registered"} 2',
    'register_delivery_lines_total{result="rejected"} 1',
    'register_extracts_issued_total{language="en"} 1',
    'register_verifications_total{kind="share",outcome="genuine"} 1',
    'register_composer_queue 0',
    'register_database_connections{state="waiting"} 1',
    'register_http_request_duration_seconds_count{method="GET",route="unknown",status="404"} 1',
    'register_http_request_duration_seconds_count{method="POST",route="/v1/deliveries",status="201"} 1',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  for (const secret of [bsn, 'Zonderling', diplomaIds[0] ?? bsn, shared.code]) {
    expect(text).not.toContain(secret);
  }
});

test('are there to be read, and for nothing else', async () => {
  const { headers, status } = await get('/metrics', 'HEAD');
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text/)]);
  for (const method of ['POST', 'DELETE', 'OPTIONS']) {
    const response = await get('/metrics', method);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  }
});

test('are nowhere but at /metrics of their own port', async () => {
  expect((await get('/')).status).toBe(404);
  expect((await register.server.inject('/metrics')).statusCode).toBe(404);
});
