import type { AwardedDiploma, TrustAnchors } from '@diplomaregister/contract';
import {
  type ExampleExtractName,
  exampleExtracts,
  exampleRegisterUrl,
} from '@diplomaregister/contract/examples';
import { getResponse, type HttpHandler } from 'msw';
import { type AttackName, type AttackSample, createAttacks } from './attacks.ts';
import { readContract } from './contract.ts';
import { exampleDocument } from './example-document.ts';
import { createHandlers, mockTokens } from './handlers.ts';
import {
  correctDiploma,
  createState,
  type MockState,
  type StoredDiploma,
  storeFile,
  withdrawDiploma,
} from './state.ts';
import { createTrust } from './trust.ts';

/**
 * How the register behaves: `slow` answers late, `down` cannot be reached, `rateLimited` says 429
 * to everything, with `withdrawn` every diploma in it is, to `signedOut` no access token is valid, and
 * to `weakSignIn` no holder signed in in a way that is strong enough.
 */
export type Scenario =
  | 'normal'
  | 'slow'
  | 'down'
  | 'rateLimited'
  | 'withdrawn'
  | 'signedOut'
  | 'weakSignIn';

export interface MockRegisterOptions {
  /** The address of the register, with its version; `https://register.example/v1` when absent. */
  readonly url?: string;
  /** The time now, instead of the clock of this machine. */
  readonly now?: () => Date;
  /** Milliseconds that an answer takes in the scenario `slow`; 3,000 when absent. */
  readonly slowness?: number;
}

/** A share that opens, or says why it does not. */
export interface MockShare {
  readonly code: string;
  readonly pin: string;
}

/** A small register in memory. All diplomas in it belong to the one holder who signs in. */
export interface MockRegister {
  readonly url: string;
  /** For `setupServer` and `setupWorker` of MSW. */
  readonly handlers: readonly HttpHandler[];
  /** Answers as the register, without MSW or any network. */
  readonly fetch: typeof fetch;
  /** Access tokens: any other one counts as the holder's. */
  readonly tokens: typeof mockTokens;
  /** The certificates that its extracts lead to; the keys are thrown away with the register. */
  readonly anchors: Readonly<Record<keyof TrustAnchors, readonly string[]>>;
  /** The example extracts, sealed when the register was made. */
  readonly extracts: Readonly<Record<ExampleExtractName, File>>;
  /** Files that no verifier may take for an extract, made when they are first asked for. */
  attacks(): Promise<Readonly<Record<AttackName, AttackSample>>>;
  readonly shares: Readonly<Record<'active' | 'expired' | 'revoked' | 'locked', MockShare>>;
  /** What the register remembers. */
  readonly state: MockState;
  scenario: Scenario;
  /** Withdraws a diploma, by its id. */
  withdraw(diplomaId: string): void;
  /** Corrects a diploma, by its id: extracts that were made before are superseded. */
  supersede(
    diplomaId: string,
    change?: Partial<Pick<AwardedDiploma, 'holder' | 'institution' | 'marks' | 'programme'>>,
  ): void;
}

/** Makes a register with new keys, and with the examples of the contract in it. */
export async function createMockRegister(options: MockRegisterOptions = {}): Promise<MockRegister> {
  const { now = () => new Date(), slowness = 3_000, url = exampleRegisterUrl } = options;
  const trust = await createTrust(now);
  const state = createState(now());
  const handlers = createHandlers({
    url,
    now,
    state,
    trust,
    slowness,
    contract: readContract(),
    scenario: () => register.scenario,
  });

  function stored(diplomaId: string): StoredDiploma {
    const found = state.diplomas.get(diplomaId);
    if (!found) throw new RangeError('There is no diploma with this id');
    return found;
  }

  let attacks: ReturnType<typeof makeAttacks> | undefined;

  const register: MockRegister = {
    url,
    handlers,
    tokens: mockTokens,
    anchors: {
      seal: trust.anchors.seal.map(({ certificate }) => certificate),
      timestamp: trust.anchors.timestamp.map(({ certificate }) => certificate),
      status: trust.anchors.status.map(({ certificate }) => certificate),
    },
    extracts: {
      dutch: await sealed('dutch'),
      english: await sealed('english'),
      three: await sealed('three'),
    },
    attacks: () => {
      attacks ??= makeAttacks();
      return attacks;
    },
    shares: {
      active: secretsOf('active'),
      expired: secretsOf('expired'),
      revoked: secretsOf('revoked'),
      locked: secretsOf('locked'),
    },
    state,
    scenario: 'normal',
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const response = await Promise.race([
        getResponse([...handlers], request),
        rejectOnAbort(request.signal),
      ]);
      if (!response || response.type === 'error') throw new TypeError('The mock register is down');
      return response;
    },
    withdraw: (diplomaId) => withdrawDiploma(state, stored(diplomaId)),
    supersede: (diplomaId, change = {}) => correctDiploma(state, stored(diplomaId), change),
  };

  async function sealed(name: ExampleExtractName): Promise<File> {
    const file = await trust.seal(exampleDocument(name, url));
    await storeFile(state, exampleExtracts[name], file);
    return new File([file], `${name}.pdf`, { type: 'application/pdf' });
  }

  async function makeAttacks() {
    const genuine = new Uint8Array(await register.extracts.dutch.arrayBuffer());
    return createAttacks(exampleDocument('dutch', url), genuine, trust, now);
  }

  function secretsOf(wanted: string): MockShare {
    for (const { code, pin, share } of state.shares.values()) {
      if (share.state === wanted) return { code, pin };
    }
    throw new RangeError('There is no such share');
  }

  return register;
}

/** As `fetch` does: whoever gives up is not kept waiting for a slow answer. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
