import type { IncomingMessage } from 'node:http';
import { errors } from 'oidc-provider';

const maximumBytes = 4_096;

/** The fields of a form that was posted. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new errors.InvalidRequest('The media type is not that of a form', 415);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maximumBytes) throw new errors.InvalidRequest('The form is too large', 413);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
