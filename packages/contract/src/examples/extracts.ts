import type { Extract, ExtractedDiploma } from '../index.ts';
import type { ExampleDiplomaName } from './diplomas.ts';
import { exampleDiplomas } from './diplomas.ts';

/** The address of the register in the examples. */
export const exampleRegisterUrl = 'https://register.example/v1';

/** The place of each example diploma in status list 0. */
export const exampleStatusIndexes = {
  master: 40_417,
  bachelor: 99_002,
  withdrawn: 7_613,
  associateDegree: 61_850,
  vocational: 120_244,
  vwo: 15_337,
  havo: 83_125,
  gymnasium: 28_901,
} as const satisfies Record<ExampleDiplomaName, number>;

function extracted(name: ExampleDiplomaName): ExtractedDiploma {
  const {
    id: _id,
    registeredAt: _registeredAt,
    standing: _standing,
    version: _version,
    ...awarded
  } = exampleDiplomas[name];
  const uri = `${exampleRegisterUrl}/status-lists/0`;
  return { status: { uri, index: exampleStatusIndexes[name] }, ...awarded };
}

/** What `extract.json` says in extracts that are worth nothing. */
export const exampleExtracts = {
  /** One diploma with its marks, in Dutch. */
  dutch: {
    profile: 'diplomaregister-extract-1',
    number: 'DR-7K3M-9QXA-T2VD-H',
    issuedAt: '2026-10-05T09:41:27Z',
    language: 'nl',
    example: true,
    diplomas: [extracted('vwo')],
  },
  /** One diploma without marks, in English. */
  english: {
    profile: 'diplomaregister-extract-1',
    number: 'DR-B4RC-5N1E-8WZH-=',
    issuedAt: '2026-10-12T16:20:03Z',
    language: 'en',
    example: true,
    diplomas: [extracted('master')],
  },
  /** Three diplomas, one of them known by month only. */
  three: {
    profile: 'diplomaregister-extract-1',
    number: 'DR-2YJ6-P0SG-XF7K-T',
    issuedAt: '2026-11-02T07:05:59Z',
    language: 'nl',
    example: true,
    diplomas: [extracted('bachelor'), extracted('vocational'), extracted('havo')],
  },
} as const satisfies Record<string, Extract>;

/** The name of an example extract. */
export type ExampleExtractName = keyof typeof exampleExtracts;
