import type { Person, Verdict } from '@diplomaregister/contract';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { expect, it } from 'vitest';
import { expectAccessible, mount, startRegister, textOf } from '../test-support/page.ts';
import { compareHolder } from './compare-holder.ts';

const basis = { checkedAt: '2026-11-26T12:00:00Z', trust: 'pinned', checks: [] } as const;
const person = {
  givenNames: 'Zoë Maria',
  prefix: 'van der',
  familyName: 'Berg-Müller',
  birthDate: '2006-02-28',
};

function verdictOn(...holders: readonly Person[]): Verdict {
  const diplomas = holders.map((holder) => ({
    standing: 'valid' as const,
    diploma: { ...exampleDiplomas.vwo, holder },
  }));
  const subject = {
    kind: 'share',
    example: true,
    expiresOn: '2027-01-31',
    marks: false,
  } as const;
  return { ...basis, outcome: 'genuine', subject, diplomas };
}

it.each([
  'Zoë Maria van der Berg-Müller',
  'zoe van der berg müller',
  'Z. M. van der Berg-Muller',
  'Berg-Müller, Zoë',
])('takes %s for the same', (name) => {
  const { birthDate } = person;
  expect(compareHolder(verdictOn(person), { name, birthDate })).toBe('same');
});

it.each([
  ['Zoë van der Berg', '2006-02-28'],
  ['Anna van der Berg-Müller', '2006-02-28'],
  ['A. van der Berg-Müller', '2006-02-28'],
  ['Zoë Maria van der Berg-Müller', '2006-03-28'],
  ['', '2006-02-28'],
])('takes %s, born %s, for different', (name, birthDate) => {
  expect(compareHolder(verdictOn(person), { name, birthDate })).toBe('different');
});

it.each([
  ['Vera', { givenNames: 'Noor', prefix: 'van der', familyName: 'Zande' }, 'V. van der Zande'],
  ['Dirk', { givenNames: 'Noor', prefix: 'van der', familyName: 'Zande' }, 'D. van der Zande'],
  ['Zeger', { givenNames: 'Noor', prefix: 'van der', familyName: 'Zande' }, 'Z. van der Zande'],
  ['nobody', { givenNames: 'Noor', prefix: 'van der', familyName: 'Zande' }, 'van der Zande'],
  ['nobody', { givenNames: 'Noor', prefix: 'van der', familyName: 'Zande' }, 'Zande'],
  ['a prefix', { givenNames: 'Noor', familyName: 'Zande' }, 'Noor van der Zande'],
  ['nobody', { givenNames: 'Thomas', familyName: 'Thomas' }, 'Thomas'],
  ['a partner', { givenNames: 'Noor', familyName: 'Zande' }, 'Noor Bakker-Zande'],
  ['a given name too many', { givenNames: 'Noor', familyName: 'Zande' }, 'Noor Lisa Zande'],
])('takes the name of %s for different', (_, parts, name) => {
  const { birthDate } = person;
  expect(compareHolder(verdictOn({ ...parts, birthDate }), { name, birthDate })).toBe('different');
});

it.each([
  [
    'a given name as the family name',
    { givenNames: 'Thomas', familyName: 'Thomas' },
    'Thomas Thomas',
  ],
  ['its initial', { givenNames: 'Thomas', familyName: 'Thomas' }, 'T. Thomas'],
  [
    'a given name as a prefix',
    { givenNames: 'De', prefix: 'de', familyName: 'Boer' },
    'De Boer de',
  ],
  [
    'a double family name',
    { givenNames: 'Noor', familyName: 'Bakker Bakker' },
    'Noor Bakker Bakker',
  ],
  [
    'a partner’s name',
    { givenNames: 'Noor', familyName: 'Bakker-van der Zande' },
    'N. Bakker-van der Zande',
  ],
  ['no prefix', { givenNames: 'Noor', prefix: 'van der', familyName: 'Zande' }, 'Zande, Noor'],
  [
    'a prefix in initials',
    { givenNames: 'Noor', prefix: 'van der', familyName: 'Zande' },
    'N. v.d. Zande',
  ],
  [
    'an initial like the prefix',
    { givenNames: 'Vera', prefix: 'van', familyName: 'Zande' },
    'V. Zande',
  ],
  ['a hyphen', { givenNames: 'Anne-Marie', familyName: 'Bakker' }, 'A.M. Bakker'],
  ['part of a hyphen', { givenNames: 'Anne-Marie', familyName: 'Bakker' }, 'Anne Bakker'],
  ['an accent', { givenNames: 'Chloé', familyName: 'Çelik' }, 'chloe celik'],
])('takes a name with %s for the same', (_, parts, name) => {
  const { birthDate } = person;
  expect(compareHolder(verdictOn({ ...parts, birthDate }), { name, birthDate })).toBe('same');
});

it('compares every diploma, and nothing where none is shown', () => {
  const expected = { name: 'Zoë van der Berg-Müller', birthDate: '2006-02-28' };
  const other = { ...person, familyName: 'Bakker' };
  expect(compareHolder(verdictOn(person, person), expected)).toBe('same');
  expect(compareHolder(verdictOn(person, other), expected)).toBe('different');
  expect(compareHolder({ ...basis, outcome: 'altered' }, expected)).toBe(undefined);
});

it('is said with the verdict, which stays what it is', async () => {
  const register = await startRegister();
  const { anchors, extracts, url } = register;
  const { birthDate, familyName, givenNames, prefix } = exampleDiplomas.vwo.holder;
  const name = [givenNames, prefix, familyName].join(' ');
  const element = await mount('diploma-verify', { anchors, lang: 'en', register: url });
  expect((await element.verify(extracts.dutch))?.outcome).toBe('genuine');
  await element.updateComplete;
  const said = () => textOf(element, '[part=compare]');
  expect(said()).not.toContain('this website');
  element.holder = { name, birthDate };
  await element.updateComplete;
  expect(said()).toContain('Name and date of birth are the same as on this website.');
  element.holder = { name: 'Jan Bakker', birthDate };
  await element.updateComplete;
  expect(said()).toContain('Name or date of birth is not the same as on this website.');
  expect(said()).toContain('identity document');
  expect(element.matches(':state(genuine)')).toBe(true);
  await expectAccessible(element);
});
