/** Reads a value of unknown shape as a `T`, or throws {@link Misfit}. */
export type Reader<T> = (value: unknown) => T;

/** Thrown when a value does not have the shape that is asked. */
export class Misfit extends Error {}

type Readers = Readonly<Record<string, Reader<unknown>>>;
type Read<R> = R extends Reader<infer T> ? T : never;
type Shape<Required extends Readers, Optional extends Readers> = {
  readonly [Key in keyof Required]: Read<Required[Key]>;
} & { readonly [Key in keyof Optional]?: Read<Optional[Key]> };

/** Text that `pattern` fits, of at most `length` characters. */
export function text(pattern = /./su, length = 300): Reader<string> {
  return (value) => {
    if (typeof value === 'string' && [...value].length <= length && pattern.test(value))
      return value;
    throw new Misfit();
  };
}

/** One of the given values. */
export function oneOf<const T extends boolean | string>(...values: readonly T[]): Reader<T> {
  return (value) => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw new Misfit();
    return found;
  };
}

/** A whole number from 0 to `most`. */
export function integer(most: number): Reader<number> {
  return (value) => {
    if (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most) {
      return Number(value);
    }
    throw new Misfit();
  };
}

/** An array of one to `most` items. */
export function list<T>(item: Reader<T>, most: number): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length < 1 || value.length > most) throw new Misfit();
    return value.map(item);
  };
}

/** An object with these properties and no other. */
export function record<R extends Readers, O extends Readers = Record<never, never>>(
  required: R,
  optional?: O,
): Reader<Shape<R, O>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Misfit();
    const properties = new Map(Object.entries(value));
    const result: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(required)) result[name] = read(properties.get(name));
    for (const [name, read] of Object.entries(optional ?? {})) {
      if (properties.has(name)) result[name] = read(properties.get(name));
    }
    for (const name of properties.keys()) if (!Object.hasOwn(result, name)) throw new Misfit();
    return result as Shape<R, O>;
  };
}

/** What the first reader that can, reads. */
export function either<A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> {
  return (value) => {
    try {
      return first(value);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      return second(value);
    }
  };
}

/** A calendar date that exists, `YYYY-MM-DD`. */
export const fullDate: Reader<string> = (value) => {
  const date = text(/^\d{4}-\d\d-\d\d$/)(value);
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) throw new Misfit();
  return date;
};

/** A moment in UTC (RFC 3339). */
export const moment: Reader<string> = (value) => {
  const instant = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/)(value);
  if (Number.isNaN(Date.parse(instant))) throw new Misfit();
  return instant;
};
