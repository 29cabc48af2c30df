import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { ConfigurationError, parseConfiguration } from '../configuration.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
afterEach(() => register?.close());

/** How often an address may check in a minute. */
const allowed = 60;
const proxy = '10.0.3.7';

async function check(remoteAddress: string, forwardedFor: string): Promise<number> {
  const response = await register.server.inject({
    method: 'POST',
    url: '/v1/verifications',
    remoteAddress,
    headers: { 'x-forwarded-for': forwardedFor },
    payload: { shareCode: '0000-0000-0000-0000-0000', pin: '000000' },
  });
  return response.statusCode;
}

/** Somebody who writes another address into the header each time. */
const invented = () => `2001:db8:${randomUUID().slice(0, 4)}::1`;

describe('a forged address', () => {
  test('does nothing where no proxy is trusted', async () => {
    register = await startRegister();
    for (let attempt = 0; attempt < allowed; attempt += 1) {
      expect(await check('203.0.113.1', invented())).toBe(200);
    }

    expect(await check('203.0.113.1', invented())).toBe(429);
    expect(await check('203.0.113.2', '203.0.113.1')).toBe(200);
  });

  test('does nothing from an address that is not that of a trusted proxy', async () => {
    register = await startRegister({ configuration: { trustedProxies: ['10.0.0.0/8'] } });
    for (let attempt = 0; attempt < allowed; attempt += 1) {
      await check('203.0.113.1', invented());
    }

    expect(await check('203.0.113.1', invented())).toBe(429);
  });

  test('does nothing before the address that a trusted proxy adds', async () => {
    register = await startRegister({
      configuration: { trustedProxies: ['10.0.0.0/8', '2001:db8:ffff::1'] },
    });
    for (let attempt = 0; attempt < allowed; attempt += 1) {
      const proxies = attempt % 2 === 0 ? '' : ', 2001:db8:ffff::1';
      await check(proxy, `${invented()}, 203.0.113.1${proxies}`);
    }

    expect(await check(proxy, `${invented()}, 203.0.113.1`)).toBe(429);
    expect(await check(proxy, '203.0.113.2')).toBe(200);
  });
});

test('addresses of one network of IPv6 count as one, and one of IPv4 however it is written', async () => {
  register = await startRegister();
  for (let attempt = 0; attempt < allowed; attempt += 1) {
    await check(`2001:db8:0:1::${attempt.toString(16)}`, '');
    await check(attempt % 2 === 0 ? '203.0.113.1' : '::ffff:203.0.113.1', '');
  }

  expect(await check('2001:db8:0:1:ffff::', '')).toBe(429);
  expect(await check('2001:db8:0:2::', '')).toBe(200);
  expect(await check('203.0.113.1', '')).toBe(429);
});

describe('the proxies that are trusted', () => {
  test('are addresses and networks', () => {
    const configuration = parseConfiguration({ TRUSTED_PROXIES: ' 10.0.0.0/8  ::1 192.0.2.4 ' });

    expect(configuration.trustedProxies).toEqual(['10.0.0.0/8', '::1', '192.0.2.4']);
    expect(parseConfiguration({}).trustedProxies).toEqual([]);
  });

  test.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0', '::/0', '0.0.0.0/0', 'true'])(
    'cannot be %s',
    (text) => {
      expect(() => parseConfiguration({ TRUSTED_PROXIES: text })).toThrow(ConfigurationError);
    },
  );
});
