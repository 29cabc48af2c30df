import type { DiplomaList } from '../diploma-list/diploma-list.ts';
import type {
  DiplomaDownloadEvent,
  DiplomaReportEvent,
  DiplomaShareEvent,
} from '../diploma-list/events.ts';
import type { DiplomaVerify } from '../diploma-verify/diploma-verify.ts';
import type { DiplomaProblemEvent, DiplomaVerdictEvent } from '../diploma-verify/events.ts';

/** What a template can give each element, by its tag. */
export interface ElementProperties {
  'diploma-list': Partial<
    Pick<DiplomaList, 'register' | 'headingLevel' | 'accessToken' | 'catalogues'>
  >;
  'diploma-verify': Partial<
    Pick<
      DiplomaVerify,
      | 'register'
      | 'shareCode'
      | 'headingLevel'
      | 'anchors'
      | 'holder'
      | 'catalogues'
      | 'name'
      | 'required'
      | 'disabled'
    >
  >;
}

/** The same where only attributes can be given, for instance when a server draws the page. */
export interface ElementAttributes {
  'diploma-list': { 'heading-level'?: number | string };
  'diploma-verify': { 'heading-level'?: number | string; 'share-code'?: string };
}

/** The events of each element, by its tag. */
export interface ElementEvents {
  'diploma-list': {
    'diploma-download': DiplomaDownloadEvent;
    'diploma-report': DiplomaReportEvent;
    'diploma-share': DiplomaShareEvent;
  };
  'diploma-verify': {
    'diploma-verdict': DiplomaVerdictEvent;
    'diploma-problem': DiplomaProblemEvent;
  };
}

/** A listener for each event of a tag, under `on` and the event's name. */
export type ElementListeners<Tag extends keyof ElementEvents> = {
  [Name in keyof ElementEvents[Tag] as `on${Name & string}`]?: (
    event: ElementEvents[Tag][Name],
  ) => void;
};
