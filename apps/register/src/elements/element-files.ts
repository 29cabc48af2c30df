import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../configuration.ts';

/** An element in one file, for a script tag. */
export interface ElementFile {
  readonly version: string;
  /** `diploma-verify.js` */
  readonly name: string;
  readonly code: Buffer;
  /** Its Subresource Integrity (W3C): `sha384-…`. */
  readonly integrity: string;
}

/** Semantic Versioning; also keeps what a folder is called from being anything else in an address. */
const versionPattern = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
const namePattern = /^diploma-[a-z]+\.js$/;

/**
 * Reads the elements that a register serves: `VERSION/diploma-….js` in a folder, as a release has them.
 *
 * @throws when the folder cannot be read.
 * @throws {ConfigurationError} when it has no element in it.
 */
export async function readElementFiles(folder: string): Promise<readonly ElementFile[]> {
  const files: ElementFile[] = [];
  for (const version of await readdir(folder)) {
    if (!versionPattern.test(version)) continue;
    for (const name of await readdir(join(folder, version))) {
      if (!namePattern.test(name)) continue;
      const code = await readFile(join(folder, version, name));
      const digest = createHash('sha384').update(code).digest('base64');
      files.push({ version, name, code, integrity: `sha384-${digest}` });
    }
  }
  if (files.length === 0) {
    throw new ConfigurationError([`ELEMENTS_FOLDER: no VERSION/diploma-….js is in ${folder}.`]);
  }
  return files;
}
