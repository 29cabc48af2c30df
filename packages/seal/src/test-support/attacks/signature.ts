import { concat, fromHex, fromLatin1 } from '../../bytes/bytes.ts';
import { oid } from '../../der/object-identifiers.ts';
import { tag } from '../../der/reader.ts';
import { compare, integer, octetString, sequence } from '../../der/writer.ts';
import { seal } from '../../seal.ts';
import { createTestRegister, issueSigner } from '../register.ts';
import type { DerTree } from '../sealed-file.ts';
import { childAt, cmsOf, cmsTree, encodeTree, parseTree, withCms } from '../sealed-file.ts';
import type { Attack, Genuine } from './attack.ts';

type Cms = ReturnType<typeof cmsTree>;

type Row = readonly [
  name: string,
  reason: Attack['reason'],
  build: (genuine: Genuine) => Uint8Array | Promise<Uint8Array>,
];

/** The sealed file after `change` has been at its CMS. */
function changed(change: (cms: Cms) => unknown, file?: Uint8Array) {
  return ({ sealed }: Genuine): Uint8Array => {
    const tree = cmsTree(cmsOf(file ?? sealed));
    change(tree);
    return withCms(file ?? sealed, encodeTree(tree.root));
  };
}

const explicit = (number: number, child: DerTree): DerTree => ({
  tag: tag.context(number),
  content: new Uint8Array(),
  children: [child],
});

const withSignature = (signature: Uint8Array) =>
  changed((cms) => {
    childAt(cms.signer, 5).content = signature;
  });

const order = fromHex('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

const families: Readonly<Record<string, readonly Row[]>> = {
  'attached content': [
    [
      'other bytes',
      'content-attached',
      changed((cms) =>
        cms.content.children.push(explicit(0, parseTree(octetString(fromLatin1('forged'))))),
      ),
    ],
    [
      'no bytes',
      'content-attached',
      changed((cms) =>
        cms.content.children.push(explicit(0, parseTree(octetString(new Uint8Array())))),
      ),
    ],
  ],
  SignerInfo: [
    ['a second one', 'signer-count', changed((cms) => cms.signers.children.push(cms.signer))],
    ['none', 'signer-count', changed((cms) => cms.signers.children.pop())],
  ],
  'signed attributes': [
    ['missing', 'signed-attributes', changed((cms) => cms.signer.children.splice(3, 1))],
    ['one taken out', 'signed-attributes', changed((cms) => cms.signedAttributes.children.pop())],
    [
      'moved among the unsigned ones',
      'signed-attributes',
      changed((cms) => {
        const moved = cms.signedAttributes.children.pop();
        if (moved) cms.unsignedAttributes.children.push(moved);
        cms.unsignedAttributes.children.sort((left, right) =>
          compare(encodeTree(left), encodeTree(right)),
        );
      }),
    ],
  ],
  'certificate substitution': [
    [
      'another certificate of the same authority',
      'signer-count',
      async (genuine) => {
        const { authorities } = genuine.register;
        const [other = new Uint8Array()] = (await issueSigner(authorities.seal, 'seal'))
          .certificates;
        return changed((cms) => {
          cms.certificates.children = [parseTree(other)];
        })(genuine);
      },
    ],
    [
      'another certificate, named by the signer',
      'signing-certificate-mismatch',
      async (genuine) => {
        const { authorities } = genuine.register;
        const [other = new Uint8Array()] = (await issueSigner(authorities.seal, 'seal'))
          .certificates;
        return changed((cms) => {
          cms.certificates.children = [parseTree(other)];
          const names = childAt(parseTree(other), 0);
          cms.signer.children[1] = {
            tag: tag.sequence,
            content: new Uint8Array(),
            children: [childAt(names, 3), childAt(names, 1)],
          };
        })(genuine);
      },
    ],
  ],
  timestamp: [
    [
      'of another seal',
      'timestamp-mismatch',
      async (genuine) => {
        const other = cmsTree(cmsOf(await seal(genuine.composed, genuine.register)));
        return changed((cms) => {
          cms.unsignedAttributes.children = other.unsignedAttributes.children;
        })(genuine);
      },
    ],
    ['taken out', 'timestamp-missing', changed((cms) => cms.signer.children.pop())],
    [
      'with an earlier time',
      'timestamp-invalid',
      changed((cms) => {
        const content = childAt(cms.unsignedAttributes, 0, 1, 0, 1, 0, 2, 1, 0);
        const info = parseTree(content.content);
        childAt(info, 4).content = fromLatin1('20260801000000Z');
        content.content = encodeTree(info);
      }),
    ],
  ],
  algorithms: [
    [
      'PSS with unequal hashes',
      'algorithm-not-allowed',
      async ({ composed }) => {
        const register = await createTestRegister('RSA-3072 PSS');
        const file = await seal(composed, register);
        return changed((cms) => {
          childAt(cms.signer, 4, 1, 1, 0, 1, 0).content = fromHex(oid.sha512);
        }, file)({ register, composed, sealed: file });
      },
    ],
    [
      'SHA-1',
      'algorithm-not-allowed',
      changed(({ signedData, signer }) => {
        childAt(signedData, 1, 0, 0).content = fromHex('2b0e03021a');
        childAt(signer, 2, 0).content = fromHex('2b0e03021a');
      }),
    ],
    [
      'RSA for an ECDSA key',
      'algorithm-not-allowed',
      changed(({ signer }) => {
        const algorithm = childAt(signer, 4);
        childAt(algorithm, 0).content = fromHex(oid.rsaSha256);
        algorithm.children.push({ tag: tag.null, content: new Uint8Array(), children: [] });
      }),
    ],
  ],
  'ECDSA numbers': [
    ['r and s zero', 'signature-invalid', withSignature(sequence(integer(0), integer(0)))],
    ['s zero', 'signature-invalid', withSignature(sequence(integer(1), integer(0)))],
    ['r the order', 'signature-invalid', withSignature(sequence(integer(order), integer(1)))],
    ['s the order', 'signature-invalid', withSignature(sequence(integer(1), integer(order)))],
    [
      'negative',
      'signature-invalid',
      withSignature(sequence(Uint8Array.of(2, 1, 255), integer(1))),
    ],
  ],
  'BER instead of DER': [
    [
      'an indefinite length',
      'cms-malformed',
      ({ sealed }) => {
        const cms = cmsOf(sealed);
        return withCms(
          sealed,
          concat(Uint8Array.of(0x30, 0x80), cms.subarray(4), new Uint8Array(2)),
        );
      },
    ],
    [
      'a long length',
      'cms-malformed',
      ({ sealed }) =>
        withCms(sealed, concat(Uint8Array.of(0x30, 0x83, 0), cmsOf(sealed).subarray(2))),
    ],
    [
      'attributes out of order',
      'cms-malformed',
      changed((cms) => cms.signedAttributes.children.reverse()),
    ],
  ],
  'data in the padding': [
    [
      'one byte',
      'padding-not-empty',
      ({ sealed }) => withCms(sealed, concat(cmsOf(sealed), Uint8Array.of(0, 0, 1))),
    ],
    [
      'a second CMS',
      'padding-not-empty',
      ({ sealed }) => withCms(sealed, concat(cmsOf(sealed), cmsOf(sealed))),
    ],
  ],
};

export const signatureAttacks: readonly Attack[] = Object.entries(families).flatMap(
  ([family, rows]) =>
    rows.map(([name, reason, build]) => ({
      family,
      name,
      reason,
      build: async (genuine) => ({ file: await build(genuine) }),
    })),
);
