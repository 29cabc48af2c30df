import { problem } from '../answers.ts';
import type { Call } from './call.ts';

/** Creates something once for each idempotency key; a repeat gets the same answer. */
export async function once(
  { body, request, state }: Call,
  create: () => Response | Promise<Response>,
): Promise<Response> {
  const name = `${request.url} ${request.headers.get('idempotency-key')}`;
  const content = JSON.stringify(body);
  const known = state.answers.get(name);
  if (known && known.request !== content) return problem('idempotency-key-reused');
  const response = known?.response ?? (await create());
  if (response.ok) state.answers.set(name, { request: content, response: response.clone() });
  return response.clone();
}
