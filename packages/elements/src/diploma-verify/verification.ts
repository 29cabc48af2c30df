import type { Check, CheckName, Verdict } from '@diplomaregister/contract';
import type { Anchors, ShareSecrets, VerifyInput, verify } from '@diplomaregister/sdk/verify';
import { type InputProblem, problemOfFiles } from './input-problem.ts';
import { readPin, readShareCode } from './share-code.ts';

/** What is going on. */
export type VerificationState =
  | { readonly phase: 'idle'; readonly problem?: InputProblem }
  | {
      readonly phase: 'checking';
      readonly kind: InputKind;
      /** The verdict that is checked once more. */
      readonly previous?: Verdict;
    }
  | {
      readonly phase: 'decided';
      readonly kind: InputKind;
      /** What was checked. Holds the secrets of a share. */
      readonly input: VerifyInput;
      readonly verdict: Verdict;
    };

export type InputKind = 'file' | 'share';

/** Where to check, and whom to trust. */
export interface VerificationSettings {
  /** The address of the register's API: `https://register.example/v1`. */
  readonly register: string;
  /** The certificates to trust; without them they come from the register. */
  readonly anchors?: Anchors | undefined;
}

/** What a verification needs from outside. */
export interface VerificationOptions {
  /** Asked at each check, since the settings may change in between. */
  readonly settings: () => VerificationSettings;
  /** Called after each change of `state`. */
  readonly onChange: () => void;
  /** Brings the code that checks, when it is needed first. */
  readonly load: () => Promise<{ readonly verify: typeof verify }>;
}

/** The verdict that is on show: the one that was reached, or the one that is checked once more. */
export function shownVerdict(state: VerificationState): Verdict | undefined {
  switch (state.phase) {
    case 'idle':
      return undefined;
    case 'checking':
      return state.previous;
    case 'decided':
      return state.verdict;
  }
}

/** Checks one thing at a time and holds the state of that. */
export class Verification {
  #state: VerificationState = { phase: 'idle' };
  #running: AbortController | undefined;
  #last: VerifyInput | undefined;
  readonly #options: VerificationOptions;

  constructor(options: VerificationOptions) {
    this.#options = options;
  }

  get state(): VerificationState {
    return this.#state;
  }

  /** Checks what a visitor dropped or chose; what cannot be checked becomes a problem. */
  async checkFiles(files: readonly File[]): Promise<Verdict | undefined> {
    const running = this.#begin();
    // So that the same problem once more is a change, which is announced again.
    if (this.#state.phase === 'idle') this.#change({ phase: 'idle' });
    const problem = await problemOfFiles(files);
    const [file] = files;
    if (running.signal.aborted) return undefined;
    if (problem || !file) {
      this.#change({ phase: 'idle', problem: problem ?? 'file-unreadable' });
      return undefined;
    }
    return this.check(file);
  }

  /** Checks a code and a PIN as a visitor typed them; what cannot be one becomes a problem. */
  async checkShare(typedCode: string, typedPin: string): Promise<Verdict | undefined> {
    const shareCode = readShareCode(typedCode);
    const pin = readPin(typedPin);
    if (!shareCode || !pin) {
      this.#begin();
      this.#change({ phase: 'idle', problem: shareCode ? 'pin-malformed' : 'code-malformed' });
      return undefined;
    }
    return this.check({ shareCode, pin });
  }

  /** The same check once more, for an inconclusive verdict. */
  async retry(): Promise<Verdict | undefined> {
    const previous = this.#state.phase === 'decided' ? this.#state.verdict : undefined;
    return this.#last === undefined ? undefined : this.#check(this.#last, previous);
  }

  /**
   * Checks a file or a share.
   *
   * @returns the verdict; nothing when another check or a reset came in between.
   */
  check(input: VerifyInput): Promise<Verdict | undefined> {
    return this.#check(input);
  }

  /** Back to the beginning; a check that runs is ended. */
  reset(): void {
    this.#begin();
    this.#last = undefined;
    this.#change({ phase: 'idle' });
  }

  /** Ends a check that runs; a verdict that was reached before stays. */
  end(): void {
    if (this.#state.phase === 'decided') this.#begin();
    else this.reset();
  }

  async #check(input: VerifyInput, previous?: Verdict): Promise<Verdict | undefined> {
    const running = this.#begin();
    const kind = kindOf(input);
    this.#last = input;
    this.#change({ phase: 'checking', kind, ...(previous && { previous }) });
    const verdict = await this.#verdictOn(input, kind, running.signal);
    if (running.signal.aborted) return undefined;
    this.#change({ phase: 'decided', kind, input, verdict });
    return verdict;
  }

  #begin(): AbortController {
    this.#running?.abort();
    this.#running = new AbortController();
    return this.#running;
  }

  #change(state: VerificationState): void {
    this.#state = state;
    this.#options.onChange();
  }

  /** Whatever breaks on the way, the code that checks included, is an open verdict, never a false one. */
  async #verdictOn(input: VerifyInput, kind: InputKind, signal: AbortSignal): Promise<Verdict> {
    const { register, anchors } = this.#options.settings();
    try {
      const sdk = await this.#options.load();
      return await sdk.verify(input, { register, anchors, signal });
    } catch {
      return uncheckable(kind, anchors ? 'pinned' : 'tls');
    }
  }
}

function kindOf(input: VerifyInput): InputKind {
  return isShare(input) ? 'share' : 'file';
}

/** Whether a share is checked, and not a file. */
export function isShare(input: VerifyInput): input is ShareSecrets {
  return 'shareCode' in input;
}

const checksOf: Readonly<Record<InputKind, readonly CheckName[]>> = {
  file: ['sealed-by-register', 'unchanged', 'seal-trusted', 'diploma-stands'],
  share: ['code-valid', 'diploma-stands'],
};

function uncheckable(kind: InputKind, trust: Verdict['trust']): Verdict {
  const checks = checksOf[kind].map(
    (name): Check => ({ name, result: 'inconclusive', reason: 'could-not-check' }),
  );
  return { outcome: 'inconclusive', checkedAt: new Date().toISOString(), trust, checks };
}
