import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from './index.ts';
import { verify } from './verify/index.ts';

/** What Workers refuse to make a request of, with a compatibility date in each of these times. */
const refusals: Readonly<Record<string, (init: RequestInit) => void>> = {
  'since August 2025': refuseRedirect,
  'since November 2024'(init) {
    refuseRedirect(init);
    if ((init.cache ?? 'no-store') !== 'no-store') {
      throw new TypeError(`Unsupported cache mode: ${init.cache}`);
    }
  },
  before(init) {
    refuseRedirect(init);
    if (init.cache !== undefined) {
      throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.");
    }
  },
};

function refuseRedirect({ redirect }: RequestInit): void {
  if (redirect === 'error') {
    throw new TypeError('Invalid redirect value, must be one of "follow" or "manual"');
  }
}

let register: MockRegister;

beforeEach(async () => {
  register = await createMockRegister();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(Object.keys(refusals))('on Cloudflare Workers, with a date %s', (time) => {
  beforeEach(() => {
    const { Request: Original } = globalThis;
    class WorkersRequest extends Original {
      constructor(input: RequestInfo | URL, init: RequestInit = {}) {
        refusals[time]?.(init);
        super(input, init);
      }
    }
    vi.stubGlobal('Request', WorkersRequest);
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) =>
      register.fetch(new WorkersRequest(input, init)),
    );
  });

  it('an extract is verified, with anchors of the caller or of the register', async () => {
    const { anchors, extracts, url } = register;
    for (const options of [{ register: url, anchors }, { register: url }]) {
      expect(await verify(extracts.dutch, options)).toMatchObject({ outcome: 'genuine' });
    }
  });

  it('a share is verified', async () => {
    const { code, pin } = register.shares.active;
    const verdict = await verify({ shareCode: code, pin }, { register: register.url });
    expect(verdict).toMatchObject({ outcome: 'genuine' });
  });

  it('the client gets and sends', async () => {
    const client = createClient({ url: register.url, accessToken: register.tokens.holder });
    const [first] = (await client.diplomas.list()).items;
    const share = { diplomaIds: [first?.id ?? ''], expiresOn: '2027-01-31', marks: false };
    expect(await client.shares.create(share)).toHaveProperty('pin');
  });
});

it('in a browser, what it keeps is asked for again each time', async () => {
  const modes: unknown[] = [];
  await verify(register.extracts.dutch, {
    register: register.url,
    fetch: (input, init) => {
      modes.push(init?.cache);
      return register.fetch(input, init);
    },
  });
  expect(new Set(modes)).toEqual(new Set(['no-cache']));
});
