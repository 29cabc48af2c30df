import { describe, expectTypeOf, it } from 'vitest';
import type { Anchors, Outcome, Reason, Verdict, VerifyOptions } from './index.ts';
import { createVerifier, reasons, verify, verifyAll } from './index.ts';

const options: VerifyOptions = { register: 'https://register.example/v1' };
const secrets = { shareCode: '4VQ7-M2KD-9X0B-HR5T-PW8E', pin: '402817' };

describe('verify', () => {
  it('takes a file or a share, and comes to a verdict', () => {
    type Input = Parameters<typeof verify>[0];
    expectTypeOf(verify).returns.resolves.toEqualTypeOf<Verdict>();
    expectTypeOf<File>().toExtend<Input>();
    expectTypeOf<Buffer>().toExtend<Input>();
    expectTypeOf<ArrayBuffer>().toExtend<Input>();
    expectTypeOf(secrets).toExtend<Input>();
    // A path is not a file: reading it is for whoever may.
    expectTypeOf<string>().not.toExtend<Input>();
    expectTypeOf<{ shareCode: string }>().not.toExtend<Input>();
  });

  it('must know which register', () => {
    // @ts-expect-error: nobody is trusted by default
    verify(new Blob(), {});
    // @ts-expect-error: anchors are told apart by what they are for
    verify(new Blob(), { ...options, anchors: ['certificate'] });
  });

  it('takes the anchors that a register publishes', () => {
    const anchor = { name: 'Seal', keyId: 'a', certificate: 'MII' };
    const published = { seal: [anchor], timestamp: [anchor], status: [anchor] };
    expectTypeOf(published).toExtend<Anchors>();
    expectTypeOf<Pick<typeof published, 'seal'>>().not.toExtend<Anchors>();
  });
});

describe('verifyAll', () => {
  it('gives each input back as what it was', () => {
    const files = verifyAll([new File([], 'a.pdf')], options);
    expectTypeOf(files).toExtend<AsyncIterable<{ input: File; verdict: Verdict }>>();
    const mixed = verifyAll([new Blob(), secrets], { ...options, concurrency: 8 });
    expectTypeOf(mixed).toExtend<AsyncIterable<{ input: Blob | typeof secrets }>>();
    async function* stream(): AsyncGenerator<Buffer> {}
    expectTypeOf(verifyAll(stream(), options)).toExtend<AsyncIterable<{ input: Buffer }>>();
    // @ts-expect-error: paths are not files
    verifyAll(['a.pdf'], options);
    // @ts-expect-error: one file is for `verify`
    verifyAll(new Blob(), options);
    // @ts-expect-error: verdicts come one by one
    files.length;
  });
});

describe('a verdict', () => {
  it('is content only where it can be relied on', async () => {
    const verdict = await verify(new Blob(), options);
    // @ts-expect-error: look at the outcome first
    verdict.diplomas;
    if (verdict.outcome === 'genuine') {
      const [first] = verdict.diplomas;
      expectTypeOf(first?.standing).toEqualTypeOf<'valid' | undefined>();
      if (verdict.subject.kind === 'share') expectTypeOf(verdict.subject.expiresOn).toBeString();
      // @ts-expect-error: only an extract has a number
      else verdict.subject.expiresOn;
    }
    // @ts-expect-error: there is no such outcome
    verdict.outcome === 'valid';
  });
});

describe('a verifier', () => {
  it('takes files only: a share is asked about each time', () => {
    const verifier = createVerifier(options);
    expectTypeOf(verifier.verify).returns.resolves.toEqualTypeOf<Verdict>();
    // @ts-expect-error: `verify` checks a share
    verifier.verify(secrets);
  });
});

describe('a reason', () => {
  it('is a code of the table, which leads to any outcome but genuine', () => {
    expectTypeOf<'pin-wrong'>().toExtend<Reason>();
    expectTypeOf<'unlucky'>().not.toExtend<Reason>();
    expectTypeOf<(typeof reasons)[Reason]['outcome']>().toExtend<Exclude<Outcome, 'genuine'>>();
    expectTypeOf(reasons['pin-wrong'].outcome).toEqualTypeOf<'pin-wrong'>();
  });
});
