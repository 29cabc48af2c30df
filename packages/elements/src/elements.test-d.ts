import type { CorrectionRequest, Outcome, Share, Verdict } from '@diplomaregister/contract';
import type { SealedExtract } from '@diplomaregister/sdk';
import { describe, expectTypeOf, it } from 'vitest';
import './define/diploma-list.ts';
import './define/diploma-verify.ts';
import {
  DiplomaList,
  type DiplomaProblemEvent,
  DiplomaShareEvent,
  DiplomaVerdictEvent,
  DiplomaVerify,
  type InputProblem,
  panelCatalogues,
  type SpokenVerdict,
  sayVerdict,
  shownVerdict,
  type Tone,
  toneOf,
  type VerificationState,
} from './index.ts';

const verify = new DiplomaVerify();
const list = new DiplomaList();

describe('a tag', () => {
  it('is known to the document', () => {
    expectTypeOf(document.createElement('diploma-verify')).toEqualTypeOf<DiplomaVerify>();
    expectTypeOf(document.querySelector('diploma-list')).toEqualTypeOf<DiplomaList | null>();
  });
});

describe('an event', () => {
  it('has its type wherever it is listened to', () => {
    verify.addEventListener('diploma-verdict', (event) => {
      expectTypeOf(event).toEqualTypeOf<DiplomaVerdictEvent>();
      expectTypeOf(event.verdict).toEqualTypeOf<Verdict>();
      // @ts-expect-error: look at the outcome first
      event.verdict.diplomas;
    });
    list.addEventListener('diploma-download', ({ extract, request }) => {
      expectTypeOf(extract).toEqualTypeOf<SealedExtract>();
      expectTypeOf(request.language).toEqualTypeOf<'nl' | 'en'>();
    });
    document.addEventListener('diploma-report', ({ request }) => {
      expectTypeOf(request).toEqualTypeOf<CorrectionRequest>();
    });
    verify.addEventListener('diploma-problem', ({ problem }) => {
      expectTypeOf(problem).toEqualTypeOf<InputProblem>();
    });
  });

  it('never has the secrets of a share', () => {
    expectTypeOf<DiplomaShareEvent['share']>().toEqualTypeOf<Share>();
    expectTypeOf<DiplomaShareEvent>().not.toHaveProperty('link');
    expectTypeOf<DiplomaShareEvent>().not.toHaveProperty('pin');
    expectTypeOf<DiplomaShareEvent['action']>().toEqualTypeOf<'made' | 'withdrawn'>();
  });

  it('is made of what belongs to it', () => {
    // @ts-expect-error: a verdict is more than its outcome
    new DiplomaVerdictEvent({ outcome: 'genuine' });
    // @ts-expect-error: a share is made or withdrawn
    new DiplomaShareEvent('opened', {} as Share);
    expectTypeOf<DiplomaProblemEvent['problem']>().not.toEqualTypeOf<string>();
  });
});

describe('a property', () => {
  it('takes what the element can use', () => {
    verify.anchors = { seal: ['MII'], timestamp: ['MII'], status: ['MII'] };
    list.accessToken = async () => 'token';
    list.accessToken = undefined;
    // @ts-expect-error: each kind of anchor is given apart
    verify.anchors = ['MII'];
    // @ts-expect-error: levels are numbers
    verify.headingLevel = '2';
    // @ts-expect-error: a token is text, or a function
    list.accessToken = { token: 'a' };
    // @ts-expect-error: what the form says is for the element to tell
    verify.validationMessage = 'Everything is fine';
  });

  it('takes whole catalogues only', () => {
    const dutch = panelCatalogues['nl'];
    list.catalogues = dutch && { fy: dutch };
    // @ts-expect-error: words are missing
    list.catalogues = { fy: { locale: 'fy-NL', direction: 'ltr' } };
  });
});

describe('a method', () => {
  it('gives a verdict, or nothing when it could not be checked', () => {
    expectTypeOf(verify.verify).returns.resolves.toEqualTypeOf<Verdict | undefined>();
    // @ts-expect-error: a PIN goes with the code
    verify.verify({ shareCode: '4VQ7-M2KD-9X0B-HR5T-PW8E' });
    expectTypeOf(list.reload).returns.resolves.toEqualTypeOf<void>();
  });
});

describe('the parts without an element', () => {
  it('have a verdict when one was reached, and only then', () => {
    const read = (state: VerificationState) => {
      // @ts-expect-error: is there one?
      state.verdict;
      return state.phase === 'decided' ? state.verdict : shownVerdict(state);
    };
    expectTypeOf(read).returns.toEqualTypeOf<Verdict | undefined>();
  });

  it('have a tone for every outcome', () => {
    expectTypeOf(toneOf).parameter(0).toEqualTypeOf<Outcome>();
    expectTypeOf(toneOf).returns.toEqualTypeOf<Tone>();
    expectTypeOf(sayVerdict).returns.toEqualTypeOf<SpokenVerdict>();
  });
});
