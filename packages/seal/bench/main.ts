// How fast extracts are verified and sealed, beside others that do the same: `pnpm bench:seal`.
// The last line is JSON: runs a second of one core, and ratios, which another machine can compare.
import { CryptoKeySigner, PDF } from '@libpdf/core';
import { fromBER } from 'asn1js';
import { Certificate, ContentInfo, CryptoEngine, SignedData } from 'pkijs';
import { asBytes } from '../src/bytes/bytes.ts';
import { createNodeCrypto } from '../src/node.ts';
import { createSealer, keySigner, seal } from '../src/seal.ts';
import type { KeyKind } from '../src/test-support/register.ts';
import { createTestRegister, days, generateKeys } from '../src/test-support/register.ts';
import { childAt, cmsOf, cmsTree, coveredBy, encodeTree } from '../src/test-support/sealed-file.ts';
import { createSealVerifier, verifySeal } from '../src/verify.ts';
import { createComposer } from './page.ts';
import { recordCrypto } from './recorded-crypto.ts';
import { measure } from './rounds.ts';

const kind: KeyKind = 'ECDSA P-256';

async function mustBe(outcome: 'sealed', report: Promise<{ outcome: string }>): Promise<void> {
  if ((await report).outcome !== outcome) throw new Error('The extract is not sealed');
}

async function benchVerifying() {
  const register = await createTestRegister(kind);
  const sealed = await seal(createComposer()(0), register);
  const { options } = register;

  const once = recordCrypto();
  await mustBe('sealed', verifySeal(sealed, { ...options, crypto: once.crypto }));
  const again = recordCrypto();
  const verifier = createSealVerifier({ ...options, crypto: again.crypto });
  await mustBe('sealed', verifier.verify(sealed, { now: days.now }));
  again.forget();
  await mustBe('sealed', verifier.verify(sealed, { now: days.now }));
  const inThread = { ...options, crypto: createNodeCrypto() };
  const reused = createSealVerifier(options);
  const reusedInThread = createSealVerifier(inThread);

  const cms = asBytes(cmsOf(sealed));
  const covered = asBytes(coveredBy(sealed));
  const engine = new CryptoEngine({ crypto });
  const root = (bytes: Uint8Array) => Certificate.fromBER(asBytes(bytes));
  const sealRoots = options.anchors.seal.map(root);
  const timestampRoots = options.anchors.timestamp.map(root);
  const read = (bytes: Uint8Array<ArrayBuffer>) =>
    new SignedData({ schema: new ContentInfo({ schema: fromBER(bytes).result }).content });
  const pkijs = async () => {
    const parameters = { signer: 0, checkChain: true, checkDate: days.now };
    const signed = await read(cms).verify(
      { ...parameters, data: covered.buffer, trustedCerts: sealRoots },
      engine,
    );
    const token = asBytes(encodeTree(childAt(cmsTree(cms).unsignedAttributes, 0, 1, 0)));
    const stamped = childAt(cmsTree(cms).signer, 5).content;
    const timestamped = await read(token).verify(
      { ...parameters, data: asBytes(stamped).slice().buffer, trustedCerts: timestampRoots },
      engine,
    );
    if (!signed || !timestamped) throw new Error('pkijs does not agree');
  };

  const rates = await measure(
    {
      verifySeal: () => mustBe('sealed', verifySeal(sealed, options)),
      verifySealInThread: () => mustBe('sealed', verifySeal(sealed, inThread)),
      sealVerifier: () => mustBe('sealed', reused.verify(sealed, { now: days.now })),
      sealVerifierInThread: () =>
        mustBe('sealed', reusedInThread.verify(sealed, { now: days.now })),
      webCrypto: () => once.replay(),
      webCryptoWithImports: () => once.replayWithImports(),
      webCryptoOfReused: () => again.replay(),
      pkijs,
    },
    { rounds: 9, times: 150 },
  );
  return { bytes: sealed.length, once: once.counts, reused: again.counts, rates };
}

async function benchSealing() {
  const register = await createTestRegister(kind);
  const compose = createComposer();
  const { privateKey, publicKey } = await generateKeys(kind);
  const validity = { notBefore: days.begin, notAfter: days.end };
  const leaf = await register.authorities.seal.issue({
    purpose: 'seal',
    commonName: 'Bench',
    publicKey,
    ...validity,
  });
  const certificates = [leaf];
  const sealer = createSealer({ ...register, signer: keySigner({ privateKey, certificates }) });
  const inThread = createNodeCrypto();
  const sealerInThread = createSealer({
    ...register,
    crypto: inThread,
    signer: keySigner({ privateKey, certificates, crypto: inThread }),
  });
  const page = compose(0);
  const recorded = recordCrypto(inThread);
  const recordedSealer = createSealer({
    ...register,
    crypto: recorded.crypto,
    signer: keySigner({ privateKey, certificates, crypto: recorded.crypto }),
  });
  await recordedSealer.seal(page);
  recorded.forget();
  await recordedSealer.seal(page);
  const theirs = new CryptoKeySigner(privateKey, leaf, 'EC', 'ECDSA');
  const digest = new Uint8Array(32);
  const rates = await measure(
    {
      sealedExtract: async (turn) => sealer.seal(compose(turn)),
      sealedExtractInThread: async (turn) => sealerInThread.seal(compose(turn)),
      sealAlone: () => sealerInThread.seal(page),
      timestampAlone: () => register.timestamps.timestamp(digest),
      typstAndTimestamp: async (turn) => {
        compose(turn);
        await register.timestamps.timestamp(digest);
      },
      typst: (turn) => compose(turn),
      typstAndCryptography: async (turn) => {
        compose(turn);
        await recorded.replay();
      },
      libpdf: async (turn) => {
        const pdf = await PDF.load(compose(turn));
        return (await pdf.sign({ signer: theirs })).bytes;
      },
    },
    { rounds: 9, times: 60 },
  );
  // The timestamp authority is another machine's work; here it is in the same process.
  const timestampSeconds = 1 / rates.typstAndTimestamp - 1 / rates.typst;
  const withoutAuthority = (rate: number) => 1 / (1 / rate - timestampSeconds);
  const withoutAuthorities = {
    ...rates,
    sealedExtract: withoutAuthority(rates.sealedExtract),
    sealedExtractInThread: withoutAuthority(rates.sealedExtractInThread),
    sealAlone: 1 / (1 / rates.sealAlone - 1 / rates.timestampAlone),
  };
  return { operations: recorded.counts, rates: withoutAuthorities };
}

const ratio = (one: number, other: number) => Number((one / other).toFixed(2));
const round = (rates: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, Math.round(rate)]));

const verifying = await benchVerifying();
const sealing = await benchSealing();
const { pkijs, webCrypto, webCryptoOfReused } = verifying.rates;
const { libpdf, sealedExtractInThread, typst, typstAndCryptography } = sealing.rates;
const result = {
  algorithm: kind,
  node: process.version,
  extractBytes: verifying.bytes,
  operations: {
    verifySeal: verifying.once,
    sealVerifier: verifying.reused,
    sealer: sealing.operations,
  },
  verdictsPerSecond: round(verifying.rates),
  sealedPerSecond: round(sealing.rates),
  ratios: {
    'verifySeal / webCrypto': ratio(verifying.rates.verifySeal, webCrypto),
    'verifySealInThread / webCrypto': ratio(verifying.rates.verifySealInThread, webCrypto),
    'sealVerifier / webCryptoOfReused': ratio(verifying.rates.sealVerifier, webCryptoOfReused),
    'sealVerifierInThread / webCryptoOfReused': ratio(
      verifying.rates.sealVerifierInThread,
      webCryptoOfReused,
    ),
    'verifySealInThread / pkijs': ratio(verifying.rates.verifySealInThread, pkijs),
    'sealVerifierInThread / pkijs': ratio(verifying.rates.sealVerifierInThread, pkijs),
    'sealedExtract / typst': ratio(sealing.rates.sealedExtract, typst),
    'sealedExtractInThread / typst': ratio(sealedExtractInThread, typst),
    'typstAndCryptography / typst': ratio(typstAndCryptography, typst),
    'sealedExtractInThread / typstAndCryptography': ratio(
      sealedExtractInThread,
      typstAndCryptography,
    ),
    'sealedExtractInThread / libpdf': ratio(sealedExtractInThread, libpdf),
  },
};
console.log(JSON.stringify(result));
