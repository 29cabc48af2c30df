import type {
  AccessRecord,
  CorrectionRequest,
  Coverage,
  Diploma,
  ExtractRequest,
  ListedInstitution,
  NewCorrectionRequest,
  NewShare,
  Share,
  ShareRequest,
} from '@diplomaregister/contract';
import {
  type AccessToken,
  accessRecords,
  type Connection,
  connect,
  correctionRequests,
  coverage,
  diplomas,
  extracts,
  ForbiddenError,
  institutions,
  type Page,
  type SealedExtract,
  shares,
  UnauthorizedError,
} from '@diplomaregister/sdk';
import { Action } from './action.ts';
import { Wish } from './wish.ts';

/** Where the register is, and on whose behalf it is asked. */
export interface HolderSettings {
  /** The address of the register's API: `https://register.example/v1`. */
  readonly register: string;
  /** The holder's access token, or what gives it; nothing when nobody is signed in. */
  readonly accessToken: AccessToken | undefined;
}

/**
 * How far the holder is with signing in: not at all, or with a token that the register no longer
 * takes; in a way that is not strong enough for diplomas; or as it must be.
 */
export type SignIn = 'signed-out' | 'too-weak' | 'signed-in';

/** So many institutions are shown of those that were found: more are told apart by more words. */
const institutionsAtOnce = 10;

/**
 * The register as its holder sees it: own diplomas, extracts of them, shares, who looked, and what
 * was reported. Without any element: whoever wants to draw the list otherwise builds on this.
 */
export class HolderRegister {
  readonly diplomas: Action<[], readonly Diploma[]>;
  readonly shares: Action<[], readonly Share[]>;
  /** Makes a sealed extract. */
  readonly extract: Action<[ExtractRequest], SealedExtract>;
  /** Makes a share. Its value holds the secrets: leave it when they are no longer on show. */
  readonly share: Action<[ShareRequest], NewShare>;
  /** Withdraws a share, by its id, and gives that id. */
  readonly revocation: Action<[string], string>;
  /** Who looked, newest first. */
  readonly accessRecords: Action<[], readonly AccessRecord[]>;
  /** What the holder reported, newest first. */
  readonly corrections: Action<[], readonly CorrectionRequest[]>;
  /** Reports to an institution that a diploma is missing or wrong. */
  readonly correction: Action<[NewCorrectionRequest], CorrectionRequest>;
  /** Finds institutions by words of their name or city. */
  readonly institutions: Action<[string], Page<ListedInstitution>>;
  /** Which kinds of diplomas are in the register. */
  readonly coverage: Action<[], Coverage>;
  readonly #settings: () => HolderSettings;
  readonly #actions: Pick<Action<[], unknown>, 'reset'>[] = [];
  readonly #wishes = { extract: new Wish(), share: new Wish(), correction: new Wish() };

  /**
   * @param settings asked before each call.
   * @param onChange called after each change of the state of an action.
   */
  constructor(settings: () => HolderSettings, onChange: () => void) {
    this.#settings = settings;
    const ask = <Args extends readonly unknown[], Value>(
      perform: (register: Connection, ...args: Args) => Promise<Value>,
    ) => {
      const action = new Action((...args: Args) => perform(this.#connect(), ...args), onChange);
      this.#actions.push(action);
      return action;
    };
    this.diplomas = ask((register) => all(diplomas(register).list()));
    this.shares = ask((register) => all(shares(register).list()));
    const { extract, share, correction } = this.#wishes;
    this.extract = ask((register, request) => extract.make(request, extracts(register).create));
    this.share = ask((register, request) => share.make(request, shares(register).create));
    this.revocation = ask(async (register, id) => {
      await shares(register).revoke(id);
      return id;
    });
    this.accessRecords = ask((register) => all(accessRecords(register).list()));
    this.corrections = ask((register) => all(correctionRequests(register).list()));
    this.correction = ask((register, request) =>
      correction.make(request, correctionRequests(register).create),
    );
    this.institutions = ask(async (register, search) =>
      institutions(register).list({ search, limit: institutionsAtOnce }),
    );
    this.coverage = ask((register) => coverage(register).get());
  }

  get signIn(): SignIn {
    const { state } = this.diplomas;
    if (!this.#settings().accessToken) return 'signed-out';
    if (state.phase !== 'failed') return 'signed-in';
    const { error } = state;
    if (error instanceof UnauthorizedError) return 'signed-out';
    const tooWeak = error instanceof ForbiddenError && error.code === 'assurance-too-low';
    return tooWeak ? 'too-weak' : 'signed-in';
  }

  /** The diplomas that stand: of these there are extracts and shares. */
  get standing(): readonly Diploma[] {
    return (this.diplomas.value ?? []).filter(({ standing }) => standing === 'valid');
  }

  /** Gets diplomas and shares. */
  async load(): Promise<void> {
    await Promise.all([this.diplomas.run(), this.shares.run()]);
  }

  /** Forgets everything about the holder. */
  forget(): void {
    for (const action of this.#actions) action.reset();
    for (const wish of Object.values(this.#wishes)) wish.forget();
  }

  #connect(): Connection {
    const { register, accessToken } = this.#settings();
    return connect({ url: register, accessToken });
  }
}

async function all<T>(list: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}
