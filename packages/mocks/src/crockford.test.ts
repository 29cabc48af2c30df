import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSymbol, randomExtractNumber } from './crockford.ts';

const root = join(import.meta.dirname, '../../..');
const texts = [
  'README.md',
  'docs/**/*.md',
  'packages/*/README.md',
  'packages/contract/openapi.yaml',
];
const pattern = /DR(?:-[0-9A-Z]{4}){3}-[0-9A-Z*~$=]/g;

function isNumber(number: string): boolean {
  const symbols = number.slice(3, -2).replaceAll('-', '');
  return number.at(-1) === checkSymbol(symbols);
}

describe('the number of an extract', () => {
  it('has the check symbol that belongs to it', () => {
    for (let tries = 0; tries < 100; tries++) expect(randomExtractNumber()).toSatisfy(isNumber);
    expect('DR-7K3M-9QXA-T2VD-H').toSatisfy(isNumber);
    expect('DR-7K3M-9QXA-T2DV-H').not.toSatisfy(isNumber);
  });

  it('has it also in what people read', () => {
    const files = globSync(texts, { cwd: root });
    const numbers = files.flatMap(
      (file) => readFileSync(join(root, file), 'utf8').match(pattern) ?? [],
    );
    expect(numbers).toContain('DR-7K3M-9QXA-T2VD-H');
    for (const number of numbers) expect(number).toSatisfy(isNumber);
  });
});
