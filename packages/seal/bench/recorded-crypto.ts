import type { SealCrypto } from '../src/seal-crypto.ts';

type Call = () => Promise<unknown>;
type Subtle = SealCrypto['subtle'];

/** A WebCrypto that keeps what it was asked, to do just the same again and nothing else. */
export interface RecordedCrypto {
  readonly crypto: SealCrypto;
  /** The digests, the signatures and their checks, all begun at once, with keys that are ready. */
  replay(): Promise<void>;
  /** The same, with the keys imported first. */
  replayWithImports(): Promise<void>;
  /** Keeps nothing of what was asked before. */
  forget(): void;
  readonly counts: Readonly<Record<'digests' | 'imports' | 'signatures' | 'checks', number>>;
}

export function recordCrypto({ subtle }: SealCrypto = globalThis.crypto): RecordedCrypto {
  const digests: Call[] = [];
  const imports: Call[] = [];
  const signatures: Call[] = [];
  const checks: Call[] = [];
  const recording: Subtle = {
    digest(...asked) {
      digests.push(() => subtle.digest(...asked));
      return subtle.digest(...asked);
    },
    importKey(...asked) {
      imports.push(() => subtle.importKey(...asked));
      return subtle.importKey(...asked);
    },
    sign(...asked) {
      signatures.push(() => subtle.sign(...asked));
      return subtle.sign(...asked);
    },
    verify(...asked) {
      checks.push(() => subtle.verify(...asked));
      return subtle.verify(...asked);
    },
  };
  const all = async (...calls: readonly Call[]) => {
    await Promise.all(calls.map((call) => call()));
  };
  return {
    crypto: { subtle: recording },
    replay: () => all(...digests, ...signatures, ...checks),
    async replayWithImports() {
      await all(...imports);
      await all(...digests, ...signatures, ...checks);
    },
    forget() {
      for (const calls of [digests, imports, signatures, checks]) calls.length = 0;
    },
    get counts() {
      return {
        digests: digests.length,
        imports: imports.length,
        signatures: signatures.length,
        checks: checks.length,
      };
    },
  };
}
