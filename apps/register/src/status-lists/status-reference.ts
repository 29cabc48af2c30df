import type { StatusReference } from '@diplomaregister/contract';
import type { Register } from '../register.ts';

/** How many diploma versions one list holds: 2^17, two bits each. */
export const statusListSize = 2 ** 17;

/** The address of a status list, which is also its `sub`. */
export function statusListUri(
  { configuration }: Pick<Register, 'configuration'>,
  listId: number,
): string {
  return `${configuration.url}/v1/status-lists/${listId}`;
}

/** Where the standing of a diploma version is told. */
export function statusReference(
  register: Pick<Register, 'configuration'>,
  version: { readonly statusList: number; readonly statusIndex: number },
): StatusReference {
  return { uri: statusListUri(register, version.statusList), index: version.statusIndex };
}
