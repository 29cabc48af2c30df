/** How a diploma version stands: the values 0, 1, 3 and 2 of the register's status lists. */
export type StatusName = 'valid' | 'withdrawn' | 'superseded' | 'unknown';

const names = ['valid', 'withdrawn', 'unknown', 'superseded'] as const;

/** A list of `size` statuses of 2 bits, all valid (Token Status List, section 4.1). */
export function createStatusList(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Math.ceil(size / 4));
}

/**
 * The status at `index`; the first status lies in the lowest bits of the first byte.
 * What lies outside the list is unknown.
 */
export function getStatus(list: Uint8Array, index: number): StatusName {
  const byte = Number.isSafeInteger(index) && index >= 0 ? list[Math.floor(index / 4)] : undefined;
  if (byte === undefined) return 'unknown';
  return names[(byte >> ((index % 4) * 2)) & 3] ?? 'unknown';
}

/** Sets the status at `index`, in place. */
export function setStatus(list: Uint8Array, index: number, status: StatusName): void {
  const at = Math.floor(index / 4);
  const byte = Number.isSafeInteger(index) && index >= 0 ? list[at] : undefined;
  if (byte === undefined) throw new RangeError('The index lies outside the status list');
  const shift = (index % 4) * 2;
  list[at] = (byte & ~(3 << shift)) | (names.indexOf(status) << shift);
}
