import { describe, expectTypeOf, it } from 'vitest';
import type {
  AccessRecord,
  Award,
  AwardedDiploma,
  Check,
  CorrectionProgress,
  DeliveryLine,
  NewCorrectionRequest,
  Outcome,
  operations,
  Verdict,
  VerifiedDiploma,
} from './index.ts';

describe('a verdict', () => {
  it('has content for three outcomes, and for each only the standings that it allows', () => {
    type Standings<O extends Outcome> = Extract<
      Verdict,
      { outcome: O; diplomas: unknown }
    >['diplomas'][number]['standing'];
    expectTypeOf<Standings<'genuine'>>().toEqualTypeOf<'valid'>();
    expectTypeOf<Standings<'superseded'>>().toEqualTypeOf<'superseded' | 'valid'>();
    expectTypeOf<Standings<'withdrawn'>>().toEqualTypeOf<'superseded' | 'valid' | 'withdrawn'>();
  });

  it('has nothing but its grounds for every other outcome', () => {
    type KeysOf<Union> = Union extends unknown ? keyof Union : never;
    type Refused = Exclude<Verdict, { outcome: 'genuine' | 'superseded' | 'withdrawn' }>;
    expectTypeOf<KeysOf<Refused>>().toEqualTypeOf<'checkedAt' | 'checks' | 'outcome' | 'trust'>();
  });

  it('narrows by its outcome', () => {
    const count = (verdict: Verdict) => {
      switch (verdict.outcome) {
        case 'genuine':
        case 'superseded':
        case 'withdrawn':
          return verdict.diplomas.length;
        default:
          // @ts-expect-error: nothing is shown of what was refused
          verdict.diplomas;
          // @ts-expect-error: and not what it was either
          verdict.subject;
          return undefined;
      }
    };
    expectTypeOf(count).returns.toEqualTypeOf<number | undefined>();
  });

  it('shows no content before its outcome was looked at', () => {
    expectTypeOf<Verdict>().not.toHaveProperty('diplomas');
    expectTypeOf<Verdict>().toHaveProperty('checks').toEqualTypeOf<readonly Check[]>();
    expectTypeOf<Verdict['trust']>().toEqualTypeOf<'pinned' | 'tls'>();
  });

  it('has no outcome that a switch over all of them forgets', () => {
    expectTypeOf<Outcome>().toEqualTypeOf<
      | 'genuine'
      | 'superseded'
      | 'withdrawn'
      | 'altered'
      | 'seal-revoked'
      | 'not-an-extract'
      | 'share-unknown'
      | 'pin-wrong'
      | 'share-locked'
      | 'share-expired'
      | 'share-revoked'
      | 'inconclusive'
    >();
  });

  it('tells a reason exactly where a check does not pass', () => {
    type Explained = Extract<Check, { reason: string }>;
    expectTypeOf<Explained['result']>().toEqualTypeOf<'fail' | 'inconclusive'>();
    expectTypeOf<Exclude<Check, Explained>['result']>().toEqualTypeOf<'pass' | 'skipped'>();
  });

  it('has no diploma where one was withdrawn', () => {
    type Standing = VerifiedDiploma['standing'];
    type Of<S extends Standing> = Extract<VerifiedDiploma, { standing: S }>;
    expectTypeOf<Of<'valid'>['diploma']>().toEqualTypeOf<AwardedDiploma>();
    expectTypeOf<Of<'withdrawn'>>().not.toHaveProperty('diploma');
  });
});

describe('what is delivered', () => {
  it('has a holder and a diploma, or withdraws', () => {
    expectTypeOf<{ action: 'withdraw'; recordId: string }>().toExtend<DeliveryLine>();
    expectTypeOf<{ action: 'register'; recordId: string }>().not.toExtend<DeliveryLine>();
    expectTypeOf<{ action: 'remove'; recordId: string }>().not.toExtend<DeliveryLine>();
  });

  it('was awarded on a day or in a month', () => {
    expectTypeOf<{ awardedOn: string }>().toExtend<Award>();
    expectTypeOf<{ awardedIn: string }>().toExtend<Award>();
    expectTypeOf<{ awarded: string }>().not.toExtend<Award>();
  });

  it('cannot be changed by who reads it', () => {
    const change = (diploma: AwardedDiploma) => {
      // @ts-expect-error: it is a record of the register
      diploma.level = 'vwo';
      // @ts-expect-error: and so are its marks
      diploma.marks?.pop();
    };
    expectTypeOf(change).toBeFunction();
  });
});

describe('a request for a correction', () => {
  it('names a diploma that is wrong, or the institution of one that is missing', () => {
    type Missing = { text: string; reason: 'missing'; institution: string };
    type Wrong = { text: string; reason: 'wrong'; diplomaId: string };
    expectTypeOf<Missing>().toExtend<NewCorrectionRequest>();
    expectTypeOf<Wrong>().toExtend<NewCorrectionRequest>();
    expectTypeOf<Omit<Wrong, 'diplomaId'>>().not.toExtend<NewCorrectionRequest>();
  });

  it('ends with an answer', () => {
    expectTypeOf<{ status: 'in-progress' }>().toExtend<CorrectionProgress>();
    expectTypeOf<{ status: 'refused'; answer: string }>().toExtend<CorrectionProgress>();
    expectTypeOf<{ status: 'refused' }>().not.toExtend<CorrectionProgress>();
  });
});

it('an access record tells by which way, and what goes with it', () => {
  const whoLooked = (record: AccessRecord) => {
    switch (record.way) {
      case 'share-opened':
        return record.receiver;
      case 'institution-lookup':
        return record.institution.name;
      case 'representative':
        expectTypeOf(record).not.toHaveProperty('institution');
        return record.representative;
    }
  };
  expectTypeOf(whoLooked).returns.toEqualTypeOf<string | undefined>();
});

it('an operation has its parameters, bodies and answers', () => {
  type List = operations['listDiplomas'];
  expectTypeOf<List['parameters']['query']>().toEqualTypeOf<
    { readonly limit?: number; readonly cursor?: string } | undefined
  >();
  expectTypeOf<operations>().not.toHaveProperty('deleteDiploma');
});
