import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromHex, fromLatin1 } from './bytes/bytes.ts';
import { identifySigner } from './cms/signer-identity.ts';
import { writeSignedData } from './cms/write-signed-data.ts';
import { oid } from './der/object-identifiers.ts';
import { tag } from './der/reader.ts';
import { compare, integer, octetString, sequence } from './der/writer.ts';
import type { SealReason } from './reasons.ts';
import { keySigner, seal } from './seal.ts';
import { compose } from './test-support/compose.ts';
import { expectReason as expectReasonWith } from './test-support/expect-reason.ts';
import type { TestRegister } from './test-support/register.ts';
import {
  createAuthority,
  createTestRegister,
  days,
  generateKeys,
  issueSigner,
} from './test-support/register.ts';
import type { DerTree } from './test-support/sealed-file.ts';
import {
  childAt,
  cmsOf,
  cmsTree,
  encodeTree,
  parseTree,
  withCms,
} from './test-support/sealed-file.ts';
import { verifySeal } from './verify.ts';

let register: TestRegister;
let composed: Uint8Array;
let sealed: Uint8Array;
let privateKey: CryptoKey;

beforeAll(async () => {
  const test = await createTestRegister();
  const keys = await generateKeys();
  const validity = { notBefore: days.begin, notAfter: days.end };
  const request = { commonName: 'Test seal', publicKey: keys.publicKey, ...validity };
  const leaf = await test.authorities.seal.issue({ purpose: 'seal', ...request });
  privateKey = keys.privateKey;
  register = { ...test, signer: keySigner({ privateKey, certificates: [leaf] }) };
  composed = compose();
  sealed = await seal(composed, register);
});

function expectReason(reason: SealReason, file: Uint8Array): Promise<void> {
  return expectReasonWith(reason, file, register.options);
}

/** The sealed file after `change` has been at its CMS. */
function withChangedCms(change: (cms: ReturnType<typeof cmsTree>) => unknown): Uint8Array {
  const tree = cmsTree(cmsOf(sealed));
  change(tree);
  return withCms(sealed, encodeTree(tree.root));
}

/** The same, signed anew by the register's own key: what only a faulty register could make. */
async function withResignedCms(
  change: (cms: ReturnType<typeof cmsTree>) => unknown,
): Promise<Uint8Array> {
  const tree = cmsTree(cmsOf(sealed));
  change(tree);
  const signed = concat(Uint8Array.of(tag.set), encodeTree(tree.signedAttributes).subarray(1));
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const value = new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, signed));
  const signature = sequence(integer(value.subarray(0, 32)), integer(value.subarray(32)));
  childAt(tree.signer, 5).content = signature;
  return withCms(sealed, encodeTree(tree.root));
}

function attribute(type: string, value: Uint8Array): DerTree {
  return {
    tag: tag.sequence,
    content: new Uint8Array(),
    children: [
      { tag: tag.objectIdentifier, content: fromHex(type), children: [] },
      { tag: tag.set, content: new Uint8Array(), children: [parseTree(value)] },
    ],
  };
}

describe('the CMS (forged and substituted signatures)', () => {
  it('is taken apart and put together by these tests unchanged', async () => {
    const file = withChangedCms(() => {});
    expect(await verifySeal(file, register.options)).toMatchObject({ outcome: 'sealed' });
    const resigned = await withResignedCms(() => {});
    await expectReason('timestamp-mismatch', resigned);
  });

  it('may not carry content', async () => {
    const content = parseTree(octetString(fromLatin1('forged')));
    const explicit = { tag: tag.context(0), content: new Uint8Array(), children: [content] };
    const file = withChangedCms((cms) => cms.content.children.push(explicit));
    await expectReason('content-attached', file);
  });

  it('may not have a second signer, or none', async () => {
    const twice = withChangedCms((cms) => cms.signers.children.push(cms.signer));
    await expectReason('signer-count', twice);
    await expectReason(
      'signer-count',
      withChangedCms((cms) => cms.signers.children.pop()),
    );
  });

  it('must carry the certificate of the signer', async () => {
    const file = withChangedCms((cms) => cms.certificates.children.pop());
    await expectReason('signer-count', file);
  });

  it('may not go without signed attributes', async () => {
    const file = withChangedCms((cms) => cms.signer.children.splice(3, 1));
    await expectReason('signed-attributes', file);
  });

  it('must have each signed attribute, once, and no others', async () => {
    for (const index of [0, 1, 2]) {
      const missing = await withResignedCms((cms) =>
        cms.signedAttributes.children.splice(index, 1),
      );
      await expectReason('signed-attributes', missing);
    }
    // 1.2.840.113549.1.9.5: the time of signing, which PAdES forbids here.
    const time = { tag: tag.utcTime, content: fromLatin1('260901120000Z'), children: [] };
    const signingTime = attribute('2a864886f70d010905', encodeTree(time));
    const other = await withResignedCms((cms) =>
      cms.signedAttributes.children.splice(1, 0, signingTime),
    );
    const { outcome } = await verifySeal(other, register.options);
    expect(outcome).toBe('not-an-extract');
  });

  it('must have its attributes in the order of DER', async () => {
    const file = await withResignedCms((cms) => cms.signedAttributes.children.reverse());
    await expectReason('cms-malformed', file);
  });

  it('must name its own certificate in signing-certificate-v2', async () => {
    const file = await withResignedCms(({ signedAttributes }) => {
      const [, , signingCertificate = parseTree(sequence())] = signedAttributes.children;
      childAt(signingCertificate, 1, 0, 0, 0, 0).content = new Uint8Array(32);
    });
    await expectReason('signing-certificate-mismatch', file);
  });

  it('may have nothing more in an attribute, though the register itself signed it', async () => {
    const nothing = { tag: tag.null, content: new Uint8Array(), children: [] };
    const changes: readonly ((attributes: DerTree) => unknown)[] = [
      (attributes) => childAt(attributes, 0).children.push(nothing),
      // The certificates of signing-certificate-v2: a second one, and the first one again.
      (attributes) => childAt(attributes, 2, 1, 0, 0).children.push(nothing),
      (attributes) => {
        const { children } = childAt(attributes, 2, 1, 0, 0);
        children.push(childAt(attributes, 2, 1, 0, 0, 0));
      },
    ];
    for (const change of changes) {
      const file = await withResignedCms(({ signedAttributes }) => {
        change(signedAttributes);
        signedAttributes.children.sort((left, right) =>
          compare(encodeTree(left), encodeTree(right)),
        );
      });
      await expectReason('cms-malformed', file);
    }
  });

  it('must be signed by the key of its certificate', async () => {
    const other = await issueSigner(register.authorities.seal, 'seal');
    const foreign = await seal(composed, { ...register, signer: other });
    const theirs = cmsTree(cmsOf(foreign));
    const file = withChangedCms((cms) => {
      childAt(cms.signer, 5).content = childAt(theirs.signer, 5).content;
    });
    await expectReason('signature-invalid', file);
  });

  it.each([
    ['zero', sequence(integer(0), integer(0))],
    ['one that the order was added to', sequence(integer(new Uint8Array(33).fill(1)), integer(1))],
    ['the order itself', sequence(integer(new Uint8Array(32).fill(255)), integer(1))],
    ['negative', sequence(Uint8Array.of(2, 1, 255), integer(1))],
  ])('may not have an ECDSA number that is %s', async (_, signature) => {
    const file = withChangedCms((cms) => {
      childAt(cms.signer, 5).content = signature;
    });
    await expectReason('signature-invalid', file);
  });

  it('may not use a hash or an algorithm outside the profile', async () => {
    // 1.3.14.3.2.26 is SHA-1, 1.2.840.10045.4.1 ECDSA with it.
    const sha1 = withChangedCms(({ signedData, signer }) => {
      childAt(signedData, 1, 0, 0).content = fromHex('2b0e03021a');
      childAt(signer, 2, 0).content = fromHex('2b0e03021a');
    });
    await expectReason('algorithm-not-allowed', sha1);
    const ecdsaSha1 = withChangedCms(({ signer }) => {
      childAt(signer, 4, 0).content = fromHex('2a8648ce3d0401');
    });
    await expectReason('algorithm-not-allowed', ecdsaSha1);
    const unequal = withChangedCms(({ signer }) => {
      childAt(signer, 4, 0).content = fromHex(oid.ecdsaSha384);
    });
    await expectReason('algorithm-not-allowed', unequal);
    const withParameters = withChangedCms(({ signer }) => {
      childAt(signer, 2).children.push(parseTree(Uint8Array.of(tag.null, 0)));
    });
    await expectReason('cms-malformed', withParameters);
    const otherKey = withChangedCms(({ signer }) => {
      const algorithm = childAt(signer, 4);
      childAt(algorithm, 0).content = fromHex(oid.rsaSha256);
      algorithm.children.push({ tag: tag.null, content: new Uint8Array(), children: [] });
    });
    await expectReason('algorithm-not-allowed', otherKey);
  });

  it('says in one way only of which hash PSS is', async () => {
    const pss = await createTestRegister('RSA-3072 PSS');
    const file = await seal(composed, pss);
    const { root, signer } = cmsTree(cmsOf(file));
    const [, parameters] = childAt(signer, 4).children;
    if (!parameters) throw new RangeError('There are no parameters');
    for (const hash of [childAt(parameters, 0, 0), childAt(parameters, 1, 0, 1)]) {
      hash.children.push({ tag: tag.null, content: new Uint8Array(), children: [] });
      const changed = withCms(file, encodeTree(root));
      await expectReasonWith('cms-malformed', changed, pss.options);
      hash.children.pop();
    }
  });

  it('may have nothing more and nothing less, anywhere', async () => {
    // But for the inside of the timestamp, which other authorities write in other ways.
    const containers = (node: DerTree): DerTree[] => {
      const isToken = node.tag === tag.context(1);
      const inside = isToken ? [] : node.children.flatMap(containers);
      return (node.tag & 0x20) === 0 ? [] : [node, ...inside];
    };
    const count = containers(cmsTree(cmsOf(sealed)).root).length;
    expect(count).toBeGreaterThan(50);
    const nothing = { tag: tag.null, content: new Uint8Array(), children: [] };
    for (let index = 0; index < count; index++) {
      for (const change of [
        ({ children }: DerTree) => children.push(nothing),
        ({ children }: DerTree) => children.push(children[0] ?? nothing),
        ({ children }: DerTree) => children.pop(),
      ]) {
        const { root } = cmsTree(cmsOf(sealed));
        const container = containers(root)[index];
        if (container) change(container);
        const { outcome } = await verifySeal(withCms(sealed, encodeTree(root)), register.options);
        expect(['altered', 'not-an-extract'], `container ${index}`).toContain(outcome);
      }
    }
  });

  it('must say what kind of content it is, twice the same', async () => {
    const version = withChangedCms(({ signedData }) => {
      childAt(signedData, 0).content = Uint8Array.of(3);
    });
    await expectReason('cms-malformed', version);
    const outside = withChangedCms(({ content }) => {
      childAt(content, 0).content = fromHex(oid.tstInfo);
    });
    await expectReason('cms-malformed', outside);
    const inside = await withResignedCms(({ signedAttributes }) => {
      childAt(signedAttributes, 0, 1, 0).content = fromHex(oid.signedData);
    });
    await expectReason('signed-attributes', inside);
  });

  it('must name its one hash, and only that', async () => {
    const twice = withChangedCms(({ signedData }) => {
      const hashes = childAt(signedData, 1);
      hashes.children.push(childAt(hashes, 0));
    });
    await expectReason('algorithm-not-allowed', twice);
    const other = withChangedCms(({ signedData }) => {
      childAt(signedData, 1, 0, 0).content = fromHex(oid.sha512);
    });
    await expectReason('algorithm-not-allowed', other);
  });

  it('may not carry many certificates', async () => {
    const { certificate } = await createAuthority('Other');
    const many = withChangedCms((cms) => {
      for (let count = 0; count < 5; count++)
        cms.certificates.children.push(parseTree(certificate));
    });
    await expectReason('signer-count', many);
  });

  it('may not be BER', async () => {
    const cms = cmsOf(sealed);
    const indefinite = concat(Uint8Array.of(0x30, 0x80), cms.subarray(4), new Uint8Array(2));
    await expectReason('cms-malformed', withCms(sealed, indefinite));
    const long = concat(Uint8Array.of(0x30, 0x83, 0), cms.subarray(2));
    await expectReason('cms-malformed', withCms(sealed, long));
  });

  it('may not be followed by anything but zeros', async () => {
    const file = withCms(sealed, concat(cmsOf(sealed), Uint8Array.of(0, 0, 1)));
    await expectReason('padding-not-empty', file);
  });

  it('may not carry certificates or lists that it does not need', async () => {
    const { certificate } = await createAuthority('Other');
    const more = withChangedCms((cms) => cms.certificates.children.push(parseTree(certificate)));
    await expectReason('certificate-unused', more);
    const lists = { tag: tag.context(1), content: new Uint8Array(), children: [] };
    const list = withChangedCms((cms) => cms.signedData.children.splice(4, 0, lists));
    await expectReason('certificate-unused', list);
  });

  it('may not have unsigned attributes but the one timestamp', async () => {
    const none = withChangedCms((cms) => cms.signer.children.pop());
    await expectReason('timestamp-missing', none);
    const other = attribute('2a864886f70d0109100218', sequence());
    const two = withChangedCms((cms) => cms.unsignedAttributes.children.unshift(other));
    await expectReason('unsigned-attributes', two);
    const instead = withChangedCms((cms) => {
      cms.unsignedAttributes.children = [other];
    });
    await expectReason('unsigned-attributes', instead);
  });

  it('may not have two timestamps', async () => {
    const signature = childAt(cmsTree(cmsOf(sealed)).signer, 5).content;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(signature)));
    const again = attribute(oid.timestampToken, await register.timestamps.timestamp(digest));
    const twice = withChangedCms(({ unsignedAttributes }) => {
      unsignedAttributes.children.push(again);
      unsignedAttributes.children.sort((left, right) =>
        compare(encodeTree(left), encodeTree(right)),
      );
    });
    await expectReason('unsigned-attributes', twice);
  });
});

describe('the timestamp', () => {
  it('may not be one of another seal', async () => {
    const other = cmsTree(cmsOf(await seal(composed, register)));
    const file = withChangedCms((cms) => {
      cms.unsignedAttributes.children = other.unsignedAttributes.children;
    });
    await expectReason('timestamp-mismatch', file);
  });

  it('may not be changed', async () => {
    const file = withChangedCms((cms) => {
      const token = childAt(cms.unsignedAttributes, 0, 1, 0);
      const content = childAt(token, 1, 0, 2, 1, 0);
      const info = parseTree(content.content);
      childAt(info, 4).content = fromLatin1('20260801000000Z');
      content.content = encodeTree(info);
    });
    await expectReason('timestamp-invalid', file);
  });

  it('may not carry what its signature does not need', async () => {
    const { certificate } = await createAuthority('Other');
    const empty = { tag: tag.context(1), content: new Uint8Array(), children: [] };
    const other = attribute('2a864886f70d0109100218', sequence());
    type Token = { readonly data: DerTree; readonly signer: DerTree };
    const changes: Readonly<Record<string, (token: Token) => unknown>> = {
      'another certificate': ({ data }) => childAt(data, 3).children.push(parseTree(certificate)),
      'revocation lists': ({ data }) => data.children.splice(4, 0, empty),
      'an unsigned attribute': ({ signer }) =>
        signer.children.push({ ...empty, children: [other] }),
      'no content': ({ data }) => childAt(data, 2).children.pop(),
    };
    for (const change of Object.values(changes)) {
      const file = withChangedCms((cms) => {
        const data = childAt(cms.unsignedAttributes, 0, 1, 0, 1, 0);
        change({ data, signer: childAt(data, data.children.length - 1, 0) });
      });
      await expectReason('timestamp-malformed', file);
    }
  });

  it('has nothing more and nothing less in what it says', async () => {
    const signer = register.timestampSigner;
    const signature = childAt(cmsTree(cmsOf(sealed)).signer, 5).content;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(signature)));
    const genuine = await register.timestamps.timestamp(digest);
    const content = childAt(parseTree(genuine), 1, 0, 2, 1, 0).content;
    const critical = sequence(fromHex('0603551d1e'), fromHex('0101ff'), octetString(sequence()));
    const harmless = sequence(fromHex('0603551d1e'), octetString(sequence()));
    const extensions = (value: Uint8Array) => [
      { tag: tag.context(1), content: new Uint8Array(), children: [parseTree(value)] },
    ];
    const nothing = { tag: tag.null, content: new Uint8Array(), children: [] };
    const no = { tag: tag.boolean, content: Uint8Array.of(0), children: [] };
    const changes: Readonly<Record<string, (info: DerTree) => unknown>> = {
      'a critical extension': (info) => info.children.push(...extensions(critical)),
      'something more': (info) => info.children.push(nothing),
      'something more in the imprint': (info) => childAt(info, 2).children.push(nothing),
      'a default that is written': (info) => info.children.push(no),
      'another version': (info) => {
        childAt(info, 0).content = Uint8Array.of(2);
      },
      '': (info) => info.children.push(...extensions(harmless)),
    };
    for (const [name, change] of Object.entries(changes)) {
      const info = parseTree(content);
      change(info);
      const bytes = encodeTree(info);
      const token = await writeSignedData({
        signer,
        identity: await identifySigner(crypto, signer),
        contentType: oid.tstInfo,
        messageDigest: new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))),
        content: bytes,
      });
      const file = withChangedCms((cms) => {
        childAt(cms.unsignedAttributes, 0, 1).children = [parseTree(token)];
      });
      if (name) await expectReason('timestamp-malformed', file);
      else {
        expect(await verifySeal(file, register.options)).toMatchObject({ outcome: 'sealed' });
      }
    }
  });

  it('may not be something else', async () => {
    const file = withChangedCms((cms) => {
      childAt(cms.unsignedAttributes, 0, 1).children = [parseTree(integer(1))];
    });
    await expectReason('timestamp-malformed', file);
  });
});
