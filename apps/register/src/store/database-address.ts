/** User and password, hosts separated by commas, database, and options such as `sslmode`. */
const form = /^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^/?#@]+)\/([^/?#]+)(?:\?([^#]*))?$/;

/**
 * Where a PostgreSQL database is: a connection URI of libpq, with one host or several
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS). It may hold a
 * password, so neither logs nor errors get to see more of it than hosts and database.
 */
export class DatabaseAddress {
  readonly #connections: readonly string[];
  readonly #description: string;

  private constructor(connections: readonly string[], description: string) {
    this.#connections = connections;
    this.#description = description;
  }

  /** Reads an address; undefined when the text is none. */
  static parse(text: string): DatabaseAddress | undefined {
    const [, user, hosts = '', database = '', options] = form.exec(text) ?? [];
    const connections = hosts
      .split(',')
      .map(
        (host) =>
          `postgresql://${user ? `${user}@` : ''}${host}/${database}${options ? `?${options}` : ''}`,
      );
    if (hosts === '' || !connections.every(isConnection)) return undefined;
    return new DatabaseAddress(connections, `postgresql://${hosts}/${database}`);
  }

  /** One connection string for each host, in the order in which they are to be tried. */
  connections(): readonly string[] {
    return this.#connections;
  }

  toString(): string {
    return this.#description;
  }

  toJSON(): string {
    return this.#description;
  }
}

/** Whether every part can be read: node-postgres decodes user, password and database. */
function isConnection(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname, password, pathname, username } = new URL(text);
  try {
    return (
      [hostname, password, pathname, username].every(
        (part) => decodeURIComponent(part) !== undefined,
      ) && hostname !== ''
    );
  } catch {
    return false;
  }
}
