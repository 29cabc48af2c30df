import type { JWTVerifyGetKey } from 'jose';
import { createRecentTokens, type RecentTokens } from './access/recent-tokens.ts';
import type { Configuration } from './configuration.ts';
import { createLineParser, type LineParser } from './deliveries/parse-line.ts';
import { createDeliveryTurns, type DeliveryTurns } from './deliveries/turns.ts';
import type { Composer } from './extracts/compose/composer.ts';
import { createRecentHolders, type RecentHolders } from './holders/recent-holders.ts';
import type { Keys } from './keys/keys.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { type Reference, readReference } from './reference/reference.ts';
import { createRecentStatistics, type RecentStatistics } from './statistics/recent-statistics.ts';
import { createStatusLists, type StatusLists } from './status-lists/status-lists.ts';
import type { Database } from './store/store.ts';
import { createRevocationLists, type RevocationLists } from './trust/revocation-lists.ts';

/** What a register is made of; all of it comes from outside. */
export interface RegisterParts {
  readonly configuration: Configuration;
  readonly database: Database;
  /** For what may be a moment old: holders' lists, statistics. */
  readonly readDatabase: Database;
  /** Connections that there are to the database at most. */
  readonly poolSize: number;
  readonly keys: Keys;
  /** Whether every key that data may be under is here; the register serves nobody without. */
  readonly hasAllKeys: () => boolean;
  /** Makes the PDFs of extracts. */
  readonly composer: Composer;
  /** The signing keys of the issuer of access tokens. */
  readonly issuerKeys: JWTVerifyGetKey;
  /** The clock. */
  readonly now: () => Date;
}

/** All that the operations of one running register share. */
export interface Register extends RegisterParts {
  readonly metrics: Metrics;
  readonly reference: Reference;
  readonly lineParser: LineParser;
  readonly deliveryTurns: DeliveryTurns;
  readonly recentHolders: RecentHolders;
  readonly recentTokens: RecentTokens;
  readonly recentStatistics: RecentStatistics;
  readonly statusLists: StatusLists;
  readonly revocationLists: RevocationLists;
}

/** Makes a register of its parts. Reads the reference data. */
export async function createRegister(parts: RegisterParts): Promise<Register> {
  return {
    ...parts,
    metrics: createMetrics(),
    reference: await readReference(parts.database),
    lineParser: createLineParser(),
    deliveryTurns: createDeliveryTurns(parts.poolSize),
    recentHolders: createRecentHolders(),
    recentTokens: createRecentTokens(parts.now),
    recentStatistics: createRecentStatistics(parts),
    statusLists: createStatusLists(parts),
    revocationLists: createRevocationLists(parts),
  };
}
