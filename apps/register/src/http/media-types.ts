import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../contract/operations.ts';
import { Problem } from '../problems/problem.ts';

/**
 * Sees that the operation takes the body's media type and can give one that is accepted.
 *
 * @throws {Problem} 415 or 406.
 */
export function checkMediaTypes(operation: Operation, headers: IncomingHttpHeaders): void {
  const { requestTypes, responseTypes } = operation;
  if (requestTypes.length > 0) {
    const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
    if (!isPlain || !requestTypes.includes(essence(headers['content-type'] ?? ''))) {
      throw new Problem('unsupported-media-type', {
        headers: { Accept: requestTypes.join(', ') },
      });
    }
  }
  if (responseTypes.length > 0 && !responseTypes.some((type) => accepts(headers.accept, type))) {
    throw new Problem('not-acceptable');
  }
}

function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** RFC 9110, section 12.5.1, without weighing: a range with `q=0` excludes nothing but itself. */
function accepts(accept: string | undefined, type: string): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const ranges = accept.split(',').filter((range) => !/;\s*q=0(\.0*)?\s*$/i.test(range));
  return ranges.map(essence).some((range) => {
    const [main, sub] = range.split('/');
    return range === '*/*' || range === type || (sub === '*' && type.startsWith(`${main}/`));
  });
}
