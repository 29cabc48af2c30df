type Call = () => Promise<unknown>;

/** What the verifier imports are public keys, as SubjectPublicKeyInfo. */
type SpkiParameters = [
  key: Uint8Array<ArrayBuffer>,
  algorithm: EcKeyImportParams | RsaHashedImportParams,
  extractable: boolean,
  usages: KeyUsage[],
];

/** A WebCrypto that keeps what it was asked, to do just the same again and nothing else. */
export interface RecordedCrypto {
  readonly crypto: Crypto;
  /** The digests and the signature checks, all begun at once, with keys that are ready. */
  replay(): Promise<void>;
  /** The same, with the keys imported first. */
  replayWithImports(): Promise<void>;
  /** Keeps nothing of what was asked before. */
  forget(): void;
  readonly counts: { readonly digests: number; readonly imports: number; readonly checks: number };
}

export function recordCrypto(): RecordedCrypto {
  const digests: Call[] = [];
  const imports: Call[] = [];
  const checks: Call[] = [];
  const { subtle } = globalThis.crypto;
  const recording = {
    digest(...asked: Parameters<SubtleCrypto['digest']>) {
      digests.push(() => subtle.digest(...asked));
      return subtle.digest(...asked);
    },
    importKey(_: string, ...asked: SpkiParameters) {
      imports.push(() => subtle.importKey('spki', ...asked));
      return subtle.importKey('spki', ...asked);
    },
    verify(...asked: Parameters<SubtleCrypto['verify']>) {
      checks.push(() => subtle.verify(...asked));
      return subtle.verify(...asked);
    },
  };
  const all = async (...calls: readonly Call[]) => {
    await Promise.all(calls.map((call) => call()));
  };
  return {
    crypto: { subtle: recording } as unknown as Crypto,
    replay: () => all(...digests, ...checks),
    async replayWithImports() {
      await all(...imports);
      await all(...digests, ...checks);
    },
    forget() {
      for (const calls of [digests, imports, checks]) calls.length = 0;
    },
    get counts() {
      return { digests: digests.length, imports: imports.length, checks: checks.length };
    },
  };
}
