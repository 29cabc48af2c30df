import type { JWTVerifyGetKey } from 'jose';
import type { Configuration } from './configuration.ts';
import type { LineParser } from './deliveries/parse-line.ts';
import type { Keys } from './keys/keys.ts';
import type { Reference } from './reference/reference.ts';
import type { Database } from './store/store.ts';

/** All that the operations of one running register share. */
export interface Register {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly keys: Keys;
  readonly reference: Reference;
  /** Compiled once from the contract's schemas. */
  readonly lineParser: LineParser;
  /** The signing keys of the issuer of access tokens. */
  readonly issuerKeys: JWTVerifyGetKey;
  /** The clock. */
  readonly now: () => Date;
}
