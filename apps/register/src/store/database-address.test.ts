import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { DatabaseAddress } from './database-address.ts';

test('has a connection for each host, with the same user, database and options', () => {
  const address = DatabaseAddress.parse(
    'postgres://register:s%40fe@first:5433,second/diplomas?sslmode=verify-full',
  );

  expect(address?.connections()).toEqual([
    'postgresql://register:s%40fe@first:5433/diplomas?sslmode=verify-full',
    'postgresql://register:s%40fe@second/diplomas?sslmode=verify-full',
  ]);
});

test('can be a socket', () => {
  const address = DatabaseAddress.parse('postgresql://%2Frun%2Fpostgresql/diplomas');
  expect(address?.connections()).toEqual(['postgresql://%2Frun%2Fpostgresql/diplomas']);
});

test('shows no password, however it is shown', () => {
  const address = DatabaseAddress.parse('postgresql://register:secret@host/diplomas');
  const shown = [`${address}`, JSON.stringify({ address }), inspect(address, { showHidden: true })];

  expect(shown.join()).not.toContain('secret');
  expect(`${address}`).toBe('postgresql://host/diplomas');
});

test.for([
  'host/diplomas',
  'https://host/diplomas',
  'postgresql://host',
  'postgresql://host/',
  'postgresql:///diplomas',
  'postgresql://first,,second/diplomas',
  'postgresql://host:port/diplomas',
  'postgresql://register:100%@host/diplomas',
  'postgresql://register:pass/word@host/diplomas',
])('%s is none', (text) => {
  expect(DatabaseAddress.parse(text)).toBeUndefined();
});
