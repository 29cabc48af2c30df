import type {
  AccessRecord,
  CorrectionRequest,
  CorrectionStatus,
  Language,
  Level,
  ProgrammeScheme,
  Sector,
} from '@diplomaregister/contract';
import type { ColumnType, Generated } from 'kysely';
import type { HolderId } from '../holders/holder-id.ts';
import type { InstitutionKey } from '../institutions/public-key.ts';

/** Whether a version of a diploma stands; the words of the status list. */
export type Standing = 'valid' | 'withdrawn' | 'superseded';

export interface InstitutionRow {
  code: string;
  name: string;
  city: string;
  sectors: Sector[];
  opened: string | null;
  closed: string | null;
}

export interface InstitutionSuccessorRow {
  predecessor: string;
  successor: string;
}

export interface InstitutionKeyRow {
  institution: string;
  thumbprint: string;
  /** Written as JSON text. */
  publicKey: ColumnType<InstitutionKey, string, never>;
  addedAt: Date;
}

export interface ProgrammeRow {
  scheme: ProgrammeScheme;
  code: string;
  name: string;
  englishName: string | null;
  sector: Sector;
  level: Level;
}

export interface SubjectRow {
  code: string;
  name: string;
  englishName: string | null;
}

export interface HolderRow {
  id: HolderId;
  bsnHash: Uint8Array | null;
  hashKeyId: string | null;
  bsnContent: Uint8Array | null;
  contentKeyId: string | null;
}

export interface RecordRow {
  institution: string;
  recordId: string;
  holderId: HolderId;
  diplomaId: string;
}

export interface DiplomaVersionRow {
  holderId: HolderId;
  diplomaId: string;
  version: number;
  standing: Standing;
  isCurrent: boolean;
  sector: Sector;
  level: Level;
  scheme: ProgrammeScheme;
  programme: string;
  institution: string;
  awarded: string;
  digest: Uint8Array;
  /** Null for a digest from before hash keys could be rotated. */
  digestKeyId: string | null;
  content: Uint8Array;
  contentKeyId: string;
  statusList: number;
  statusIndex: number;
  registeredAt: Date;
}

export interface StatusListRow {
  id: Generated<number>;
  taken: Uint8Array;
  free: number;
}

export interface StatusListRevisionRow {
  listId: number;
  revision: number;
}

export interface DeliveryRow {
  id: string;
  institution: string;
  receivedAt: Date;
  lines: number;
  registered: number;
  corrected: number;
  withdrawn: number;
  unchanged: number;
  rejected: number;
}

export interface DeliveryRejectionRow {
  deliveryId: string;
  line: number;
  content: Uint8Array;
  contentKeyId: string;
}

export interface DiplomaCountRow {
  id: Generated<number>;
  sector: Sector;
  year: number;
  change: number;
}

export interface ExtractRow {
  holderId: HolderId;
  number: string;
  sha256: Uint8Array;
  issuedAt: Date;
  language: Language;
  diplomaIds: string[];
  diplomaVersions: number[];
}

export interface ExtractNumberRow {
  numberHash: Uint8Array;
  holderId: HolderId;
}

export interface ShareRow {
  holderId: HolderId;
  shareId: string;
  pinHash: Uint8Array;
  /** Null for a PIN from before hash keys could be rotated. */
  pinKeyId: string | null;
  diplomaIds: string[];
  expiresOn: string;
  marks: boolean;
  receiverContent: Uint8Array | null;
  contentKeyId: string | null;
  createdAt: Date;
  revokedAt: Date | null;
  wrongPins: Generated<number>;
  timesOpened: Generated<number>;
  lastOpenedAt: Date | null;
}

export interface ShareCodeRow {
  codeHash: Uint8Array;
  holderId: HolderId;
  shareId: string;
}

export interface AccessRecordRow {
  holderId: HolderId;
  accessedAt: Date;
  recordId: string;
  way: AccessRecord['way'];
  content: Uint8Array;
  contentKeyId: string;
}

export interface CorrectionRequestRow {
  holderId: HolderId;
  requestId: string;
  reason: CorrectionRequest['reason'];
  institution: string;
  diplomaId: string | null;
  status: CorrectionStatus;
  content: Uint8Array;
  contentKeyId: string;
  createdAt: Date;
  changedAt: Date;
}

export interface CorrectionInboxRow {
  institution: string;
  requestId: string;
  holderId: HolderId;
}

export interface IdempotentResponseRow {
  holderId: HolderId;
  operation: string;
  keyHash: Uint8Array;
  requestHash: Uint8Array;
  startedAt: Date;
  content: Uint8Array | null;
  contentKeyId: string | null;
}

export interface AnnouncedKeyRow {
  id: string;
  kind: 'content' | 'hash';
  usedFrom: Date;
  retiredAt: Date | null;
}

export interface RemovedStatusRow {
  statusList: number;
  statusIndex: number;
  standing: Exclude<Standing, 'valid'>;
}

export interface RemovedVersionRow {
  holderId: HolderId;
  diplomaId: string;
  version: number;
  standing: Standing;
}

export interface RetentionRunRow {
  day: string;
  startedAt: Date;
}

/** The tables, in camelCase; the store translates to the snake_case of the migrations. */
export interface Schema {
  institutions: InstitutionRow;
  institutionSuccessors: InstitutionSuccessorRow;
  institutionKeys: InstitutionKeyRow;
  programmes: ProgrammeRow;
  subjects: SubjectRow;
  holders: HolderRow;
  records: RecordRow;
  diplomaVersions: DiplomaVersionRow;
  statusLists: StatusListRow;
  statusListRevisions: StatusListRevisionRow;
  deliveries: DeliveryRow;
  deliveryRejections: DeliveryRejectionRow;
  diplomaCounts: DiplomaCountRow;
  extracts: ExtractRow;
  extractNumbers: ExtractNumberRow;
  shares: ShareRow;
  shareCodes: ShareCodeRow;
  accessRecords: AccessRecordRow;
  correctionRequests: CorrectionRequestRow;
  correctionInbox: CorrectionInboxRow;
  idempotentResponses: IdempotentResponseRow;
  announcedKeys: AnnouncedKeyRow;
  removedStatuses: RemovedStatusRow;
  removedVersions: RemovedVersionRow;
  retentionRuns: RetentionRunRow;
}
