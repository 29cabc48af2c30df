import { handlers as accessRecords } from './access-records/handlers.ts';
import type { Handlers } from './contract/handlers.ts';
import { handlers as correctionRequests } from './correction-requests/handlers.ts';
import { handlers as coverage } from './coverage/handlers.ts';
import { handlers as deliveries } from './deliveries/handlers.ts';
import { handlers as diplomaLookups } from './diploma-lookups/handlers.ts';
import { handlers as diplomas } from './diplomas/handlers.ts';
import { handlers as extracts } from './extracts/handlers.ts';
import { handlers as reference } from './reference/handlers.ts';
import { handlers as shares } from './shares/handlers.ts';
import { handlers as statistics } from './statistics/handlers.ts';
import { handlers as statusLists } from './status-lists/handlers.ts';
import { handlers as trust } from './trust/handlers.ts';
import { handlers as verifications } from './verifications/handlers.ts';

/** Every operation of the contract and who serves it. */
export const handlers: Handlers = {
  ...accessRecords,
  ...correctionRequests,
  ...coverage,
  ...deliveries,
  ...diplomaLookups,
  ...diplomas,
  ...extracts,
  ...reference,
  ...shares,
  ...statistics,
  ...statusLists,
  ...trust,
  ...verifications,
};
