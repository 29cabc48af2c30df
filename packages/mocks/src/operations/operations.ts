import type { OperationId } from '../contract.ts';
import type { Respond } from './call.ts';
import { createDelivery, getDelivery, listRejections } from './deliveries.ts';
import { getDiploma, listDiplomas } from './diplomas.ts';
import { createExtract, listExtracts } from './extracts.ts';
import {
  getCoverage,
  getRevocationList,
  getStatistics,
  getStatusList,
  getTrustAnchors,
  listInstitutions,
  listProgrammes,
} from './public.ts';
import { createShare, listShares, revokeShare } from './shares.ts';
import { createVerification } from './verifications.ts';

/** What answers each operation of the contract; one that is missing does not compile. */
export const operations: Readonly<Record<OperationId, Respond>> = {
  createDelivery,
  createExtract,
  createShare,
  createVerification,
  getCoverage,
  getDelivery,
  getDiploma,
  getRevocationList,
  getStatistics,
  getStatusList,
  getTrustAnchors,
  listDiplomas,
  listExtracts,
  listInstitutions,
  listProgrammes,
  listRejections,
  listShares,
  revokeShare,
};
