import type { CorrectionRequest, ExtractRequest, Share } from '@diplomaregister/contract';
import type { SealedExtract } from '@diplomaregister/sdk';

/**
 * An extract was made. The element saves it with the browser's downloads, unless the host page
 * prevents the default and does something else with the file.
 */
export class DiplomaDownloadEvent extends Event {
  static readonly eventName = 'diploma-download';
  readonly request: ExtractRequest;
  readonly extract: SealedExtract;

  constructor(request: ExtractRequest, extract: SealedExtract) {
    super(DiplomaDownloadEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.request = request;
    this.extract = extract;
  }
}

/** A share was made or withdrawn. Link and PIN stay inside the element: they are the holder's. */
export class DiplomaShareEvent extends Event {
  static readonly eventName = 'diploma-share';
  readonly action: 'made' | 'withdrawn';
  readonly share: Share;

  constructor(action: 'made' | 'withdrawn', share: Share) {
    super(DiplomaShareEvent.eventName, { bubbles: true, composed: true });
    this.action = action;
    this.share = share;
  }
}

/** The holder reported that a diploma is wrong or missing, and the register took it. */
export class DiplomaReportEvent extends Event {
  static readonly eventName = 'diploma-report';
  readonly request: CorrectionRequest;

  constructor(request: CorrectionRequest) {
    super(DiplomaReportEvent.eventName, { bubbles: true, composed: true });
    this.request = request;
  }
}
