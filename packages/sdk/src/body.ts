import { UnexpectedAnswerError } from './errors.ts';

/** The most bytes that an answer may have, by what is in it. */
export const mostBytes = {
  /** One thing in JSON, or a problem. */
  json: 1024 * 1024,
  /** A list: certificates, revocations, standings, or a page of diplomas. */
  list: 8 * 1024 * 1024,
  /** An extract; one has less than a hundredth of it. */
  extract: 16 * 1024 * 1024,
} as const;

/**
 * Reads the body of an answer, and lets the rest be when it has more than `most` bytes: then it gives
 * nothing.
 */
export async function readUpTo(
  { body }: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let room = most;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return new Uint8Array(await new Blob(parts).arrayBuffer());
    room -= value.length;
    if (room < 0) {
      // Not awaited: whoever sends without end may not end here either.
      reader?.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
}

/**
 * Reads the body of an answer that may have `most` bytes.
 *
 * @throws UnexpectedAnswerError when it has more.
 */
export async function readBytes(
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readUpTo(response, most);
  if (!bytes) throw new UnexpectedAnswerError('answer-too-large', response.status);
  return bytes;
}

/** Reads a body of text in UTF-8, as {@link readBytes} does. */
export async function readText(response: Response, most: number): Promise<string> {
  return new TextDecoder().decode(await readBytes(response, most));
}

/** Lets a body be that nobody wants, so that its connection is free again. */
export function discard({ body }: Response): void {
  body?.cancel().catch(() => {});
}
