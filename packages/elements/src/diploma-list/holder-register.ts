import type {
  Diploma,
  ExtractRequest,
  NewShare,
  Share,
  ShareRequest,
} from '@diplomaregister/contract';
import {
  type AccessToken,
  type Connection,
  connect,
  diplomas,
  extracts,
  type SealedExtract,
  shares,
  UnauthorizedError,
} from '@diplomaregister/sdk';
import { Action } from './action.ts';

/** Where the register is, and on whose behalf it is asked. */
export interface HolderSettings {
  /** The address of the register's API: `https://register.example/v1`. */
  readonly register: string;
  /** The holder's access token, or what gives it; nothing when nobody is signed in. */
  readonly accessToken: AccessToken | undefined;
}

/**
 * The register as its holder sees it: own diplomas, extracts of them, and shares. Without any
 * element: whoever wants to draw the list otherwise builds on this.
 */
export class HolderRegister {
  readonly diplomas: Action<[], readonly Diploma[]>;
  readonly shares: Action<[], readonly Share[]>;
  /** Makes a sealed extract. */
  readonly extract: Action<[ExtractRequest], SealedExtract>;
  /** Makes a share. Its value holds the secrets: reset it when they are no longer on show. */
  readonly share: Action<[ShareRequest], NewShare>;
  /** Withdraws a share, by its id, and gives that id. */
  readonly revocation: Action<[string], string>;
  readonly #settings: () => HolderSettings;

  /**
   * @param settings asked before each call.
   * @param onChange called after each change of the state of an action.
   */
  constructor(settings: () => HolderSettings, onChange: () => void) {
    this.#settings = settings;
    this.diplomas = new Action(() => all(diplomas(this.#connect()).list()), onChange);
    this.shares = new Action(() => all(shares(this.#connect()).list()), onChange);
    this.extract = new Action((request) => extracts(this.#connect()).create(request), onChange);
    this.share = new Action((request) => shares(this.#connect()).create(request), onChange);
    this.revocation = new Action(async (id) => {
      await shares(this.#connect()).revoke(id);
      return id;
    }, onChange);
  }

  /** Whether there is nobody to ask for: no token, or one that the register no longer takes. */
  get signedOut(): boolean {
    const { state } = this.diplomas;
    if (!this.#settings().accessToken) return true;
    return state.phase === 'failed' && state.error instanceof UnauthorizedError;
  }

  /** Gets diplomas and shares. */
  async load(): Promise<void> {
    await Promise.all([this.diplomas.run(), this.shares.run()]);
  }

  /** Forgets everything about the holder. */
  forget(): void {
    for (const action of [this.diplomas, this.shares, this.extract, this.share, this.revocation]) {
      action.reset();
    }
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
