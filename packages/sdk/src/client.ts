import type {
  Delivery,
  DeliveryLine,
  Diploma,
  ExtractRequest,
  IssuedExtract,
  NewShare,
  Rejection,
  Share,
  ShareRequest,
  Statistics,
  TrustAnchors,
  Verdict,
  VerificationRequest,
} from '@diplomaregister/contract';
import type { ClientOptions } from './connection.ts';
import type { List, ListOptions } from './list.ts';
import type { CreateOptions, RequestOptions } from './request.ts';

export interface Diplomas {
  /** The holder's own diplomas, newest award first. */
  list(options?: ListOptions): List<Diploma>;
  /** One of the holder's own diplomas. */
  get(id: string, options?: RequestOptions): Promise<Diploma>;
}

/** A sealed extract, as the register made it. */
export interface SealedExtract {
  /** `DR-7K3M-9QXA-T2VD-6` */
  readonly number: string;
  /** The sealed PDF. Only this very file counts: a print or a copy of the text does not. */
  readonly file: Blob;
  /** A name for the file, without personal data. */
  readonly fileName: string;
}

export interface Extracts {
  /** A sealed PDF of one or more own diplomas. */
  create(request: ExtractRequest, options?: CreateOptions): Promise<SealedExtract>;
  /** The extracts that were issued to the holder, newest first. */
  list(options?: ListOptions): List<IssuedExtract>;
}

export interface Shares {
  /** Shares chosen diplomas until a chosen day. Code and PIN are told here and never again. */
  create(request: ShareRequest, options?: CreateOptions): Promise<NewShare>;
  /** The shares that the holder made, newest first. */
  list(options?: ListOptions): List<Share>;
  /** Withdraws a share, at once and for good. */
  revoke(id: string, options?: RequestOptions): Promise<void>;
}

/** The counts of a delivery so far, over all of its parts. */
export interface DeliveryCounts {
  readonly lines: number;
  readonly registered: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** What became of the lines that were handed to {@link Deliveries.create}. */
export interface DeliveryReport extends DeliveryCounts {
  /** The register's answer to each part, in order. */
  readonly parts: readonly Delivery[];
  /** Every rejected line; `line` counts from 1 over the whole input. */
  readonly rejections: readonly Rejection[];
}

export interface DeliveryOptions extends RequestOptions {
  /** Called after each part that the register has stored. */
  readonly onProgress?: (done: DeliveryCounts) => void;
}

/** Lines of a delivery: records, or NDJSON as text or as pieces of text of any length. */
export type DeliveryInput =
  | string
  | Iterable<DeliveryLine>
  | AsyncIterable<DeliveryLine>
  | AsyncIterable<string>;

export interface Deliveries {
  /**
   * Registers, corrects and withdraws diplomas. The lines are sent in parts of at most 10,000, each
   * stored as a whole when the register has answered. Sending the same lines again changes nothing.
   *
   * @throws {@link DeliveryInterruptedError} when a part fails: it carries what was stored before.
   */
  create(lines: DeliveryInput, options?: DeliveryOptions): Promise<DeliveryReport>;
}

/** A client of one register. */
export interface Client {
  readonly deliveries: Deliveries;
  readonly diplomas: Diplomas;
  readonly extracts: Extracts;
  readonly shares: Shares;
  readonly statistics: { get(options?: RequestOptions): Promise<Statistics> };
  readonly trustAnchors: { get(options?: RequestOptions): Promise<TrustAnchors> };
  readonly verifications: {
    /** Checks a share code and its PIN. `verify` does the same and never rejects. */
    create(request: VerificationRequest, options?: RequestOptions): Promise<Verdict>;
  };
}

export declare function createClient(options: ClientOptions): Client;
