import type { Statistics, TrustAnchors } from '@diplomaregister/contract';
import type { AccessRecords } from './access-records.ts';
import { accessRecords } from './access-records.ts';
import type { ClientOptions } from './connection.ts';
import { connect } from './connection.ts';
import type { CorrectionRequests } from './correction-requests.ts';
import { correctionRequests } from './correction-requests.ts';
import type { Deliveries } from './deliveries/deliveries.ts';
import { deliveries } from './deliveries/deliveries.ts';
import type { DiplomaLookups } from './diploma-lookups.ts';
import { diplomaLookups } from './diploma-lookups.ts';
import type { Diplomas } from './diplomas.ts';
import { diplomas } from './diplomas.ts';
import { explain } from './explain.ts';
import type { Extracts } from './extracts.ts';
import { extracts } from './extracts.ts';
import type { RevocationLists, StatusLists } from './public-lists.ts';
import { revocationLists, statusLists } from './public-lists.ts';
import type { CoveredKinds, Institutions, Programmes } from './reference.ts';
import { coverage, institutions, programmes } from './reference.ts';
import type { RequestOptions } from './request.ts';
import { get } from './request.ts';
import type { Shares } from './shares.ts';
import { shares } from './shares.ts';
import type { Verifications } from './verifications.ts';
import { verifications } from './verifications.ts';

/** A client of one register. */
export interface Client {
  readonly accessRecords: AccessRecords;
  readonly correctionRequests: CorrectionRequests;
  readonly coverage: CoveredKinds;
  readonly deliveries: Deliveries;
  readonly diplomaLookups: DiplomaLookups;
  readonly diplomas: Diplomas;
  readonly extracts: Extracts;
  readonly institutions: Institutions;
  readonly programmes: Programmes;
  readonly revocationLists: RevocationLists;
  readonly shares: Shares;
  readonly statistics: { get(options?: RequestOptions): Promise<Statistics> };
  readonly statusLists: StatusLists;
  readonly trustAnchors: { get(options?: RequestOptions): Promise<TrustAnchors> };
  readonly verifications: Verifications;
}

/**
 * Makes a client. Nothing is sent before a method is called; each method rejects with a
 * {@link RegisterError}, or with the reason of its aborted signal.
 *
 * @throws TypeError when `url` is not the address of a register.
 */
export function createClient(options: ClientOptions): Client {
  const connection = connect(options, explain);
  return {
    accessRecords: accessRecords(connection),
    correctionRequests: correctionRequests(connection),
    coverage: coverage(connection),
    deliveries: deliveries(connection),
    diplomaLookups: diplomaLookups(connection),
    diplomas: diplomas(connection),
    extracts: extracts(connection),
    institutions: institutions(connection),
    programmes: programmes(connection),
    revocationLists: revocationLists(connection),
    shares: shares(connection),
    statistics: { get: (each) => get(connection, '/statistics', each, false) },
    statusLists: statusLists(connection),
    trustAnchors: { get: (each) => get(connection, '/trust-anchors', each, false) },
    verifications: verifications(connection),
  };
}
