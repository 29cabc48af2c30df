import type { TrustAnchor, TrustAnchors } from '@diplomaregister/contract';
import {
  type CertificateAuthority,
  certificateSerialNumber,
  createCertificateAuthority,
  createTimestampAuthority,
  type Signer,
} from '@diplomaregister/seal/authority';
import { keySigner, seal, signStatusList } from '@diplomaregister/seal/seal';

const purposes = ['seal', 'timestamp', 'status'] as const;
type Purpose = (typeof purposes)[number];

const day = 24 * 60 * 60 * 1000;
const organization = 'Voorbeeldregister';

/** The throw-away keys of a mock register, and what is signed with them. */
export interface Trust {
  readonly anchors: TrustAnchors;
  seal(document: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  /** Seals with a key that was stolen, and whose certificate was revoked for it. */
  sealRevoked(document: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  signStatuses(uri: string, statuses: Uint8Array): Promise<string>;
  /** The revocation list (DER) of the authority with this key id; undefined when there is none. */
  revocationList(keyId: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

interface Authority {
  readonly authority: CertificateAuthority;
  readonly signer: Signer;
}

/** Makes new keys: what they sign is genuine only to who trusts this very mock. */
export async function createTrust(now: () => Date): Promise<Trust> {
  const validity = {
    notBefore: new Date(now().getTime() - day),
    notAfter: new Date(now().getTime() + 3650 * day),
  };

  async function createSigner(authority: CertificateAuthority, purpose: Purpose): Promise<Signer> {
    const { privateKey, publicKey } = await crypto.subtle.generateKey(
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign', 'verify'],
    );
    const commonName = `${organization} ${purpose}`;
    const certificate = await authority.issue({ purpose, commonName, publicKey, ...validity });
    return keySigner({ privateKey, certificates: [certificate] });
  }

  async function createAuthority(purpose: Purpose): Promise<Authority> {
    const authority = await createCertificateAuthority({
      commonName: `${organization} ${purpose} CA`,
      organization,
      organizationIdentifier: 'NTRNL-00000000',
      ...validity,
    });
    return { authority, signer: await createSigner(authority, purpose) };
  }

  const [sealing, stamping, listing] = await Promise.all([
    createAuthority('seal'),
    createAuthority('timestamp'),
    createAuthority('status'),
  ]);
  const stolen = await createSigner(sealing.authority, 'seal');
  const revoked = stolen.certificates.slice(0, 1).map((certificate) => ({
    serialNumber: certificateSerialNumber(certificate),
    revokedAt: validity.notBefore,
    reason: 'keyCompromise' as const,
  }));
  const timestamps = createTimestampAuthority({ signer: stamping.signer, now });

  async function sealWith(signer: Signer, document: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await seal(document, { signer, timestamps, now }));
  }

  return {
    anchors: {
      seal: [anchorOf(sealing)],
      timestamp: [anchorOf(stamping)],
      status: [anchorOf(listing)],
    },
    seal: (document) => sealWith(sealing.signer, document),
    sealRevoked: (document) => sealWith(stolen, document),
    signStatuses: (uri, statuses) =>
      signStatusList({
        uri,
        statuses,
        signer: listing.signer,
        issuedAt: now(),
        expiresAt: new Date(now().getTime() + day),
        ttl: 60,
      }),
    async revocationList(keyId) {
      const found = [sealing, stamping, listing].find(({ authority }) => authority.keyId === keyId);
      const list = await found?.authority.revocationList({
        revoked: found === sealing ? revoked : [],
        issuedAt: new Date(now().getTime() - 60_000),
        expiresAt: new Date(now().getTime() + day),
      });
      return list && new Uint8Array(list);
    },
  };
}

function anchorOf({ authority: { certificate, keyId } }: Authority): TrustAnchor {
  return { name: organization, keyId, certificate: btoa(String.fromCharCode(...certificate)) };
}
