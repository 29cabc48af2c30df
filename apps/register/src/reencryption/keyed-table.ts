import type { Keys } from '../keys/keys.ts';
import type { SecretKind } from '../keys/rotate.ts';
import type { Queries } from '../store/store.ts';

/** A column that names the key that something in its row is under. */
export interface KeyColumn {
  readonly name: string;
  readonly kind: SecretKind;
  /** What is under the key can be made anew under another; otherwise it lasts until the row goes. */
  readonly isRenewable: boolean;
  /** A row without a name is under a key of before keys had names. */
  readonly isOldWhenNull?: boolean;
}

/** A row as it comes from the database, its columns in camelCase. */
export type Row = Readonly<Record<string, unknown>>;

/** A table with data under keys. */
export interface KeyedTable {
  /** As the migrations call it; so are the columns. */
  readonly name: string;
  readonly primaryKey: readonly [string, ...string[]];
  readonly keyColumns: readonly KeyColumn[];
  /** The columns that {@link KeyedTable.renew} gives, key columns among them. */
  readonly renewed: readonly string[];
  /**
   * The renewed columns of these rows, under the keys in use now, in the same order; a row that
   * cannot be renewed gives undefined.
   */
  renew(
    queries: Queries,
    keys: Keys,
    rows: readonly Row[],
  ): Promise<readonly (Readonly<Record<string, unknown>> | undefined)[]>;
}
