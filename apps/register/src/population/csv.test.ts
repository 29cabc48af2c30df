import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';

test('reads quoted fields with commas, quotes and line ends, and empty ones', () => {
  const text = 'code,name,city\r\n1,"loc, ""Morgen""\nCollege",\n2,,Zwolle';

  expect(parseCsv(text)).toEqual([
    { code: '1', name: 'loc, "Morgen"\nCollege', city: '' },
    { code: '2', name: '', city: 'Zwolle' },
  ]);
});

test('reads an empty field at the end, with or without a line end', () => {
  for (const text of ['code,closed\n1,', 'code,closed\n1,\n']) {
    expect(parseCsv(text)).toEqual([{ code: '1', closed: '' }]);
  }
});
