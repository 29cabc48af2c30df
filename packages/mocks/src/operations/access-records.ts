import type { Call } from './call.ts';
import { page } from './pages.ts';

export function listAccessRecords(call: Call): Response {
  return page(call.state.accessRecords, call);
}
