/** Checks that no test can hold, because another check comes to the same answer. */
export const shadowed: readonly {
  readonly file: string;
  /** A part of the condition. */
  readonly text: string;
  readonly because: string;
}[] = [
  {
    file: 'pdf/seal-revision.ts',
    text: "fields?.type === 'array'",
    because: 'the form is compared with its template, which has one field',
  },
  {
    file: 'pdf/seal-revision.ts',
    text: '!stream',
    because:
      'the four objects are a catalog, a page, and two that are templates or have seven keys',
  },
  {
    file: 'pdf/seal-revision.ts',
    text: 'from !== undefined',
    because: 'without numbers the range does not fit the file',
  },
  {
    file: 'pdf/seal-revision.ts',
    text: 'bytes[start] === 0x3c',
    because: 'the value of /Contents is a hexadecimal string with these ends',
  },
  {
    file: 'pdf/seal-revision.ts',
    text: "contents?.type === 'string'",
    because: 'the gap, which is checked first, is such a string, and begins and ends with it',
  },
  ...['keys/encrypted-private-key.ts', 'keys/key-file-signer.ts'].map((file) => ({
    file,
    text: '!(cause instanceof Malformed)',
    because: 'reading DER throws nothing else; it is there for what may be added',
  })),
  {
    file: 'der/reader.ts',
    text: 'end - start < 2',
    because: 'what has no room for a tag and a length ends after its end, which is checked last',
  },
  {
    file: 'der/reader.ts',
    text: 'size === 0 || size > 4',
    because: 'such a length is longer than it needs, or passes the end',
  },
];
