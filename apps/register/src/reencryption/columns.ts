import type { Row } from './keyed-table.ts';

/** The bytes in a column, by its name in the migrations. */
export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[camelCase(column)];
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`The column ${column} holds no bytes.`);
}

/** The text in a column, by its name in the migrations. */
export function textOf(row: Row, column: string): string {
  const value = row[camelCase(column)];
  if (typeof value === 'string') return value;
  throw new TypeError(`The column ${column} holds no text.`);
}

/** The name under which the store gives a column. */
export function camelCase(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
