import { describe, expectTypeOf, it } from 'vitest';
import { type SealFailure, type SealReason, type sealReasons, verifySeal } from './verify.ts';

const anchors = { seal: [], timestamp: [] };

describe('the report on a seal', () => {
  it('has content when the file is sealed, and else a reason', async () => {
    const report = await verifySeal(new Uint8Array(), { anchors, revocationLists: [] });
    if (report.outcome === 'sealed') {
      expectTypeOf(report.attachment).toEqualTypeOf<Uint8Array>();
      expectTypeOf(report).not.toHaveProperty('reason');
    } else {
      expectTypeOf(report.outcome).toEqualTypeOf<SealFailure>();
      expectTypeOf(report.reason).toEqualTypeOf<SealReason>();
      expectTypeOf(report).not.toHaveProperty('attachment');
    }
  });

  it('is of bytes, with anchors and revocation lists', () => {
    // @ts-expect-error: reading a file is for the caller
    verifySeal(new Blob(), { anchors, revocationLists: [] });
    // @ts-expect-error: without revocation lists nothing is trusted
    verifySeal(new Uint8Array(), { anchors });
    // @ts-expect-error: the anchors of timestamps are others
    verifySeal(new Uint8Array(), { anchors: { seal: [] }, revocationLists: [] });
  });
});

it('each reason leads to one outcome', () => {
  expectTypeOf<keyof typeof sealReasons>().toEqualTypeOf<SealReason>();
  expectTypeOf<(typeof sealReasons)[SealReason]['outcome']>().toExtend<SealFailure>();
});
