import type { OperationId } from '../contract.ts';
import { listAccessRecords } from './access-records.ts';
import type { Respond } from './call.ts';
import {
  createCorrectionRequest,
  listCorrectionRequests,
  updateCorrectionRequest,
} from './correction-requests.ts';
import { createDelivery, getDelivery, listRejections } from './deliveries.ts';
import { createDiplomaLookup } from './diploma-lookups.ts';
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
  createCorrectionRequest,
  createDelivery,
  createDiplomaLookup,
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
  listAccessRecords,
  listCorrectionRequests,
  listDiplomas,
  listExtracts,
  listInstitutions,
  listProgrammes,
  listRejections,
  listShares,
  revokeShare,
  updateCorrectionRequest,
};
