/**
 * Names for statements that are asked again and again: a connection has PostgreSQL parse a named one
 * once, and plan it no more when its plan is the same for all values.
 */
export interface PreparedStatements {
  /** The name under which a statement is prepared; undefined for one that is better not. */
  nameOf(statement: string): string | undefined;
}

/** How often a statement must come before it is prepared. */
const often = 10;
/** How many are prepared at most: each takes memory of PostgreSQL on every connection. */
const limit = 100;
/** How many statements are counted until the counting begins anew. */
const room = 1_000;

export function createPreparedStatements(): PreparedStatements {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();

  return {
    nameOf(statement) {
      const name = names.get(statement);
      if (name !== undefined) return name;
      // After a migration PostgreSQL refuses a prepared statement that gives other columns than before.
      if (names.size === limit || statement.includes('*')) return undefined;
      const count = (counts.get(statement) ?? 0) + 1;
      if (count < often) {
        if (counts.size === room) counts.clear();
        counts.set(statement, count);
        return undefined;
      }
      counts.delete(statement);
      const next = `register_${names.size}`;
      names.set(statement, next);
      return next;
    },
  };
}
