import { problem } from '../answers.ts';
import type { Call } from './call.ts';

/** Milliseconds for which an answer can be given again. */
const keptFor = 10 * 60 * 1000;

/** Creates something once for each idempotency key; a repeat within ten minutes gets the same answer. */
export async function once(
  { body, now, request, state: { answers } }: Call,
  create: () => Response | Promise<Response>,
): Promise<Response> {
  const name = `${request.url} ${request.headers.get('idempotency-key')}`;
  const content = JSON.stringify(body);
  const known = answers.get(name);
  if (known && now().getTime() - known.startedAt.getTime() <= keptFor) {
    if (known.request !== content) return problem('idempotency-key-reused');
    return (await known.response).clone();
  }
  const response = Promise.resolve(create());
  answers.set(name, { request: content, startedAt: now(), response });
  const made = await response;
  if (!made.ok) answers.delete(name);
  return made.clone();
}
