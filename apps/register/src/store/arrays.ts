import { type RawBuilder, sql } from 'kysely';
import type { ColumnType } from './column-types.ts';

type Value = boolean | Date | number | string | null;

/**
 * Values as one parameter of a statement, however many they are: an array, written as PostgreSQL
 * reads it (https://www.postgresql.org/docs/current/arrays.html#ARRAYS-INPUT). Selected, so that it is
 * read when the statement runs, and not by the planner too.
 */
export function array(
  type: Exclude<ColumnType, 'bytea'>,
  values: readonly Value[],
): RawBuilder<unknown> {
  const elements = type === 'text' ? values.map(quoted) : values.map(plain);
  return sql`(select ${`{${elements.join()}}`}::text)::${sql.raw(type)}[]`;
}

/** One value, written as in an array. */
export function scalar(type: Exclude<ColumnType, 'bytea'>, value: Value): RawBuilder<unknown> {
  const text = value instanceof Date ? value.toISOString() : value?.toString();
  return sql`${text ?? null}::text::${sql.raw(type)}`;
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
