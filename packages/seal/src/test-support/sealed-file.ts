import { concat, decodeHex, fromLatin1, toHex, toLatin1 } from '../bytes/bytes.ts';
import { readDer, readElement } from '../der/reader.ts';
import { encode } from '../der/writer.ts';
import { readSealedDocument } from '../pdf/document.ts';
import { readSealRevision } from '../pdf/seal-revision.ts';

/** Where the hole of a sealed file lies, between `<` and `>`. */
export function holeOf(file: Uint8Array): { start: number; end: number } {
  return readSealRevision(file, readSealedDocument(file));
}

/** The CMS of a sealed file, without padding. */
export function cmsOf(file: Uint8Array): Uint8Array {
  const { end, start } = holeOf(file);
  return readElement(decodeHex(file.subarray(start, end))).bytes;
}

/** The bytes that the signature covers. */
export function coveredBy(file: Uint8Array): Uint8Array {
  const { end, start } = holeOf(file);
  return concat(file.subarray(0, start - 1), file.subarray(end + 1));
}

/** The same file with another CMS in its hole. */
export function withCms(file: Uint8Array, cms: Uint8Array): Uint8Array {
  const { end, start } = holeOf(file);
  const hex = toHex(cms);
  if (hex.length > end - start) throw new RangeError('The CMS does not fit the hole');
  const changed = file.slice();
  changed.set(fromLatin1(hex.padEnd(end - start, '0')), start);
  return changed;
}

/** Replaces the last `search`, by something of the same length: nothing else moves. */
export function replaceText(file: Uint8Array, search: string, replacement: string): Uint8Array {
  if (search.length !== replacement.length) throw new RangeError('The lengths differ');
  const at = toLatin1(file).lastIndexOf(search);
  if (at < 0) throw new RangeError(`There is no ${search}`);
  const changed = file.slice();
  changed.set(fromLatin1(replacement), at);
  return changed;
}

/** DER as a tree that can be changed: constructed elements hold others, primitive ones bytes. */
export interface DerTree {
  tag: number;
  children: DerTree[];
  content: Uint8Array;
}

export function parseTree(bytes: Uint8Array): DerTree {
  const element = readDer(bytes);
  const isConstructed = (element.tag & 0x20) !== 0;
  const children: DerTree[] = [];
  for (let rest = element.content; isConstructed && rest.length > 0; ) {
    const child = readElement(rest).bytes;
    children.push(parseTree(child));
    rest = rest.subarray(child.length);
  }
  return { tag: element.tag, children, content: element.content };
}

export function encodeTree({ children, content, tag }: DerTree): Uint8Array {
  return (tag & 0x20) !== 0 ? encode(tag, ...children.map(encodeTree)) : encode(tag, content);
}

/** The child at each of the `indexes` in turn. */
export function childAt(tree: DerTree, ...indexes: readonly number[]): DerTree {
  let node = tree;
  for (const index of indexes) {
    const child = node.children[index];
    if (!child) throw new RangeError(`There is no child ${index}`);
    node = child;
  }
  return node;
}

/** The parts of a CMS with one signer, to be changed in place. */
export function cmsTree(cms: Uint8Array) {
  const root = parseTree(cms);
  const signedData = childAt(root, 1, 0);
  const [, , content] = signedData.children;
  const signers = childAt(signedData, signedData.children.length - 1);
  const signer = childAt(signers, 0);
  if (!content) throw new RangeError('The CMS has no content type');
  return {
    root,
    signedData,
    content,
    certificates: childAt(signedData, 3),
    signers,
    signer,
    signedAttributes: childAt(signer, 3),
    unsignedAttributes: childAt(signer, 6),
  };
}
