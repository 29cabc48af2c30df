import type { ExtractFile } from './options.ts';
import { Finding } from './reasons.ts';

/** The largest file that is looked at, in bytes; an extract has less than a hundredth of it. */
const largest = 16 * 1024 * 1024;

/**
 * Reads a file that may be an extract.
 *
 * @throws Finding when it is too large, without reading it, or cannot be read.
 */
export async function readFile(file: ExtractFile): Promise<Uint8Array> {
  const size = 'size' in file ? file.size : file.byteLength;
  if (size > largest) throw new Finding('file-too-large');
  if (ArrayBuffer.isView(file)) return file;
  if (!('size' in file)) return new Uint8Array(file);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Finding('file-unreadable');
  }
}

/** Whether it begins as a PDF does, after some other bytes at most, as PDF readers allow. */
export function hasHeader(file: Uint8Array): boolean {
  const begin = new TextDecoder('latin1').decode(file.subarray(0, 1024));
  return begin.includes('%PDF-');
}
