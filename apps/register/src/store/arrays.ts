import { type RawBuilder, sql } from 'kysely';
import type { ColumnType } from './column-types.ts';

type Value = boolean | Date | number | string | null;

/**
 * Values as one parameter of a statement, however many they are: an array, written as PostgreSQL
 * reads it (https://www.postgresql.org/docs/current/arrays.html#ARRAYS-INPUT).
 */
export function array(
  type: Exclude<ColumnType, 'bytea'>,
  values: readonly Value[],
): RawBuilder<unknown> {
  const elements = type === 'text' ? values.map(quoted) : values.map(plain);
  return sql`${`{${elements.join()}}`}::text::${sql.raw(type)}[]`;
}

function plain(value: Value): string {
  if (value === null) return 'null';
  return value instanceof Date ? `"${value.toISOString()}"` : String(value);
}

function quoted(value: Value): string {
  if (value === null) return 'null';
  const text = String(value);
  return `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;
}
