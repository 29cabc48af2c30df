import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromLatin1, toHex, toLatin1 } from './bytes/bytes.ts';
import type { SealReason } from './reasons.ts';
import { seal } from './seal.ts';
import { compose, extract } from './test-support/compose.ts';
import { expectReason as expectReasonWith } from './test-support/expect-reason.ts';
import { createPseudoRandom } from './test-support/pseudo-random.ts';
import type { KeyKind, TestRegister } from './test-support/register.ts';
import { createTestRegister, days, issueSigner, keyKinds } from './test-support/register.ts';
import { holeOf, replaceText } from './test-support/sealed-file.ts';
import { plainObjects, writePdf } from './test-support/write-pdf.ts';
import type { SealReport, VerifySealOptions } from './verify.ts';
import { createSealVerifier, verifySeal } from './verify.ts';

let register: TestRegister;
let composed: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  register = await createTestRegister();
  composed = compose();
  sealed = await seal(composed, register);
});

function verify(file: Uint8Array, options: Partial<VerifySealOptions> = {}): Promise<SealReport> {
  return verifySeal(file, { ...register.options, ...options });
}

function expectReason(
  reason: SealReason,
  file: Uint8Array,
  options: Partial<VerifySealOptions> = {},
): Promise<void> {
  return expectReasonWith(reason, file, { ...register.options, ...options });
}

/** Of the processor, so that what else the machine does is not counted. */
function secondsSince(began: NodeJS.CpuUsage): number {
  const { system, user } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

describe('an extract that the register sealed', () => {
  it.each(Object.keys(keyKinds) as KeyKind[])('is sealed with %s', async (kind) => {
    const other = await createTestRegister(kind);
    const report = await verifySeal(await seal(composed, other), other.options);
    expect(report).toEqual({
      outcome: 'sealed',
      sealedAt: days.sealed,
      issuer: 'Voorbeeldregister',
      attachment: new TextEncoder().encode(JSON.stringify(extract)),
      checks: [
        { name: 'sealed-by-register', result: 'pass' },
        { name: 'unchanged', result: 'pass' },
        { name: 'seal-trusted', result: 'pass' },
      ],
    });
  });

  it('gives a large attachment, which Typst compresses or not, byte for byte', async () => {
    const data = { ...extract, remark: 'é€😀'.repeat(20_000) };
    const report = await verify(await seal(compose(data), register));
    expect(report).toMatchObject({ attachment: new TextEncoder().encode(JSON.stringify(data)) });
  });

  it('stays sealed after its key is rotated and after its certificate has expired', async () => {
    const validity = { notBefore: days.begin, notAfter: new Date('2026-09-15T00:00:00Z') };
    const old = await issueSigner(register.authorities.seal, 'seal', 'ECDSA P-256', validity);
    const file = await seal(composed, { ...register, signer: old });
    expect(await verify(file)).toMatchObject({ outcome: 'sealed' });
  });

  it('is verified from a Buffer and from shared memory', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(sealed.length));
    shared.set(sealed);
    expect(await verify(Buffer.from(sealed))).toMatchObject({ outcome: 'sealed' });
    expect(await verify(shared)).toMatchObject({ outcome: 'sealed' });
  });
});

describe('a file that is not what was sealed', () => {
  it('is altered when one visible byte changed', async () => {
    const changed = sealed.slice();
    const at = Math.floor(composed.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await verify(changed)).toMatchObject({ outcome: 'altered' });
  });

  it('is altered when its title changed', async () => {
    await expectReason('digest-mismatch', replaceText(sealed, '(Uittreksel', '(Uittrekzel'));
  });

  it.each([
    ['an empty line', '\n'],
    ['other bytes', 'diploma'],
    ['another revision', '\n1 0 obj\n<< >>\nendobj\nxref\n1 1\n0000000000 00000 n\r\n%%EOF\n'],
  ])('is altered when %s is appended', async (_, addition) => {
    const report = await verify(concat(sealed, fromLatin1(addition)));
    expect(report).toMatchObject({ outcome: 'altered' });
  });

  it('is altered when something stands before it', async () => {
    await expectReason('header-displaced', concat(fromLatin1('GIF89a'), sealed));
  });

  it('is altered, however many false seals are appended', async () => {
    const strings = '<3082aaaa>'.repeat(50) + '<3082aaaa06092a864886f70d010702>'.repeat(10);
    expect(await verify(concat(sealed, fromLatin1(strings)))).toMatchObject({ outcome: 'altered' });
  });

  it('is altered when its tail is cut off', async () => {
    for (const length of [1, 10, 100, 250]) {
      const cut = sealed.subarray(0, sealed.length - length);
      expect(await verify(cut)).toMatchObject({ outcome: 'altered' });
    }
  });

  it('is no extract when the seal itself is cut off', async () => {
    await expectReason('cms-malformed', sealed.subarray(0, holeOf(sealed).start + 500));
    await expectReason('no-seal', sealed.subarray(0, composed.length));
  });

  it('is never sealed when one byte is flipped, and never throws', async () => {
    const random = createPseudoRandom(20_260_901);
    const { end, start } = holeOf(sealed);
    const padding = start + 2 * 3000;
    const offsets = Array.from({ length: 2000 }, () => random(sealed.length));
    for (let at = composed.length; at < sealed.length; at++) {
      // All of the revision, but of the CMS and its padding only a part.
      if (at < start || at >= end || (at < padding && at % 5 === 0)) offsets.push(at);
    }
    for (const at of offsets) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ (random(255) + 1);
      const { outcome } = await verify(changed);
      expect(['altered', 'not-an-extract'], `byte ${at}`).toContain(outcome);
    }
  }, 60_000);

  it('is not sealed when a digit of the seal is written in capitals', async () => {
    const { start } = holeOf(sealed);
    const at = sealed.findIndex((byte, index) => index > start && byte >= 0x61 && byte <= 0x66);
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x20;
    await expectReason('signature-gap', changed);
  });
});

describe('a file that is no extract', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text', fromLatin1('Geen uittreksel')],
    ['one angle bracket', fromLatin1('<')],
    ['a signature that begins and ends', fromLatin1('<3082')],
  ])('is called so: %s', async (_, file) => {
    expect(await verify(file)).toMatchObject({ outcome: 'not-an-extract' });
  });

  it('is called so: a PDF without a seal', async () => {
    await expectReason('no-seal', composed);
  });

  it('is called so: a file that is too large', async () => {
    const most = 32 * 1024 * 1024;
    await expectReason('not-a-pdf', new Uint8Array(most));
    await expectReason('file-too-large', new Uint8Array(most + 1));
  });

  it('is called so quickly: rubbish of 32 MB', async () => {
    const random = createPseudoRandom(1);
    const rubbish = Uint8Array.from({ length: 32 * 1024 * 1024 }, () => random(256));
    const brackets = new Uint8Array(rubbish.length).fill(0x3c);
    const began = process.cpuUsage();
    await expectReason('not-a-pdf', rubbish);
    await expectReason('not-a-pdf', brackets);
    expect(secondsSince(began)).toBeLessThan(3);
  }, 30_000);

  it('is called so quickly: 32 MB that are made to take long', async () => {
    const size = 32 * 1024 * 1024;
    const filled = (text: string) => fromLatin1(text.repeat(Math.floor(size / text.length)));
    const files = [
      filled('<3082'),
      filled('<3082ffff06092a864886f70d010702'),
      concat(filled('<< /A '), sealed).slice(-size),
      concat(sealed, filled('[')).slice(0, size),
      concat(
        fromLatin1(toLatin1(composed).slice(0, 15)),
        filled('1 0 obj\n<< /A 1 >>\nendobj\n'),
      ).slice(0, size),
      writePdf({ ...plainObjects, 6: `[${'[]'.repeat(4_000_000)}]` }),
      writePdf({ ...plainObjects, 6: `<< ${'/A 1 '.repeat(4_000_000)}>>` }),
    ];
    for (const file of files) {
      const began = process.cpuUsage();
      const { outcome } = await verify(file);
      expect(outcome).not.toBe('sealed');
      expect(secondsSince(began)).toBeLessThan(2);
    }
  }, 60_000);

  it('is called so: one that another authority of the same name sealed', async () => {
    const other = await createTestRegister();
    await expectReason('signer-untrusted', await seal(composed, other));
  });

  it('is called so: one sealed with a certificate for something else', async () => {
    for (const purpose of ['timestamp', 'status'] as const) {
      const signer = await issueSigner(register.authorities.seal, purpose);
      await expectReason('signer-purpose', await seal(composed, { ...register, signer }));
    }
  });
});

describe('an attachment', () => {
  const sealStored = (stored: Uint8Array) => {
    const entries = `/Type /EmbeddedFile /Filter /FlateDecode /Length ${stored.length}`;
    const stream = `<< ${entries} >>\nstream\n${toLatin1(stored)}\nendstream`;
    return seal(writePdf({ ...plainObjects, 5: stream }), register);
  };

  it('is decompressed', async () => {
    const file = await sealStored(deflateSync('{"number":"DR-1"}'));
    const attachment = new TextEncoder().encode('{"number":"DR-1"}');
    expect(await verify(file)).toMatchObject({ outcome: 'sealed', attachment });
  });

  it('is not given when it is damaged, or larger than any', async () => {
    await expectReason('attachment', await sealStored(fromLatin1('{}')));
    await expectReason('attachment', await sealStored(deflateSync(new Uint8Array(5_000_000))));
  });
});

describe('a verifier for many files', () => {
  it('gives the answers of verifySeal, whatever it was asked before', async () => {
    const verifier = createSealVerifier(register.options);
    const { now } = register.options;
    const changed = replaceText(sealed, '(Uittreksel', '(Uittrekzel');
    const foreign = await seal(composed, await createTestRegister());
    const other = await seal(composed, {
      ...register,
      signer: await issueSigner(register.authorities.seal, 'seal'),
    });
    for (const file of [sealed, changed, foreign, sealed, other, composed, other, changed]) {
      expect(await verifier.verify(file, now && { now })).toEqual(await verify(file));
    }
  });

  it('does not take a certificate for known because of another key that it holds', async () => {
    const verifier = createSealVerifier(register.options);
    const { now } = register.options;
    await verifier.verify(sealed, now && { now });
    const bytes = sealed.slice();
    const { start } = holeOf(bytes);
    // One digit of the signer's public key.
    const spki = toHex(register.signer.certificates[0]?.slice(-400, -300) ?? new Uint8Array());
    const at = toLatin1(bytes).indexOf(spki, start) + 20;
    bytes[at] = (bytes[at] ?? 0) === 0x30 ? 0x31 : 0x30;
    const { outcome } = await verifier.verify(bytes, now && { now });
    expect(outcome).toBe('not-an-extract');
  });

  it('throws for anchors that are no certificates', () => {
    const anchors = { ...register.options.anchors, seal: [new Uint8Array(10)] };
    expect(() => createSealVerifier({ ...register.options, anchors })).toThrow();
  });
});
