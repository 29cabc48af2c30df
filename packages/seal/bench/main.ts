// How fast extracts are verified and sealed, beside others that do the same: `pnpm bench:seal`.
// The last line is JSON: runs a second of one core, and ratios, which another machine can compare.
import { CryptoKeySigner, PDF } from '@libpdf/core';
import { fromBER } from 'asn1js';
import { Certificate, ContentInfo, CryptoEngine, SignedData } from 'pkijs';
import { asBytes } from '../src/bytes/bytes.ts';
import { keySigner, seal } from '../src/seal.ts';
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
  const reused = createSealVerifier(options);

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
      sealVerifier: () => mustBe('sealed', reused.verify(sealed, { now: days.now })),
      webCrypto: () => once.replay(),
      webCryptoWithImports: () => once.replayWithImports(),
      webCryptoOfReused: () => again.replay(),
      pkijs,
    },
    { rounds: 15, times: 40 },
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
  const signer = keySigner({ privateKey, certificates: [leaf] });
  const theirs = new CryptoKeySigner(privateKey, leaf, 'EC', 'ECDSA');
  return measure(
    {
      sealedExtract: async (turn) => seal(compose(turn), { ...register, signer }),
      typst: (turn) => compose(turn),
      libpdf: async (turn) => {
        const pdf = await PDF.load(compose(turn));
        return (await pdf.sign({ signer: theirs })).bytes;
      },
    },
    { rounds: 15, times: 15 },
  );
}

const ratio = (one: number, other: number) => Number((one / other).toFixed(2));
const round = (rates: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, Math.round(rate)]));

const verifying = await benchVerifying();
const sealing = await benchSealing();
const { pkijs, sealVerifier, verifySeal: one, webCrypto } = verifying.rates;
const { webCryptoOfReused, webCryptoWithImports } = verifying.rates;
const result = {
  algorithm: kind,
  node: process.version,
  extractBytes: verifying.bytes,
  operations: { verifySeal: verifying.once, sealVerifier: verifying.reused },
  verdictsPerSecond: round(verifying.rates),
  sealedPerSecond: round(sealing),
  ratios: {
    'verifySeal / webCrypto': ratio(one, webCrypto),
    'verifySeal / webCryptoWithImports': ratio(one, webCryptoWithImports),
    'verifySeal / pkijs': ratio(one, pkijs),
    'sealVerifier / webCryptoOfReused': ratio(sealVerifier, webCryptoOfReused),
    'sealVerifier / pkijs': ratio(sealVerifier, pkijs),
    'sealedExtract / typst': ratio(sealing.sealedExtract, sealing.typst),
    'sealedExtract / libpdf': ratio(sealing.sealedExtract, sealing.libpdf),
  },
};
console.log(JSON.stringify(result));
