import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type VerifyAllOptions, type VerifyInput, verifyAll } from './index.ts';

let register: MockRegister;
let requests: string[];

beforeAll(async () => {
  register = await createMockRegister();
});

beforeEach(() => {
  register.scenario = 'normal';
  requests = [];
});

function options(more: Partial<VerifyAllOptions> = {}): VerifyAllOptions {
  const { anchors, url } = register;
  const watched: typeof fetch = (input, init) => {
    requests.push(String(input).slice(url.length));
    return register.fetch(input, init);
  };
  return { register: url, anchors, fetch: watched, ...more };
}

/** The outcomes that came, and why no more did. */
async function outcomesOf(
  inputs: Iterable<VerifyInput> | AsyncIterable<VerifyInput>,
  more?: Partial<VerifyAllOptions>,
): Promise<readonly unknown[]> {
  const outcomes: unknown[] = [];
  try {
    for await (const { verdict } of verifyAll(inputs, options(more))) {
      outcomes.push(verdict.outcome);
    }
  } catch (error) {
    outcomes.push(error);
  }
  return outcomes;
}

/** The same file again and again, and whether whoever takes them has let go. */
function endlessFiles() {
  let isClosed = false;
  async function* give() {
    try {
      for (;;) yield register.extracts.dutch;
    } finally {
      isClosed = true;
    }
  }
  return {
    given: give(),
    get isClosed() {
      return isClosed;
    },
  };
}

describe('verifyAll', () => {
  it('checks files and shares in one go, a bad one among them, and keeps their order', async () => {
    const { extracts, shares } = register;
    const { alteredByte, photo } = await register.attacks();
    const unreadable = Object.assign(new Blob(['%PDF-']), {
      arrayBuffer: () => Promise.reject(new DOMException('Gone', 'NotFoundError')),
    });
    const { code, pin } = shares.active;
    const inputs = [
      ...[extracts.dutch, photo.file, alteredByte.file, unreadable, extracts.three],
      ...[{ shareCode: code, pin }, new Uint8Array(), new ArrayBuffer(0), extracts.english],
    ];
    expect(await outcomesOf(inputs)).toEqual([
      ...['genuine', 'not-an-extract', 'altered', 'inconclusive', 'genuine'],
      ...['genuine', 'not-an-extract', 'not-an-extract', 'genuine'],
    ]);
  });

  it('gives each input back with its verdict', async () => {
    const { dutch, english } = register.extracts;
    const names: string[] = [];
    for await (const { input, verdict } of verifyAll([dutch, english], options())) {
      names.push(`${input.name} ${verdict.outcome}`);
    }
    expect(names).toEqual(['dutch.pdf genuine', 'english.pdf genuine']);
  });

  it('asks for each list of the register once', async () => {
    const files = Array.from({ length: 12 }, () => register.extracts.three);
    expect(new Set(await outcomesOf(files))).toEqual(new Set(['genuine']));
    expect(requests.filter((path) => path.startsWith('/status-lists/'))).toHaveLength(1);
    expect(new Set(requests).size).toBe(requests.length);
  });

  it.each([1, 3])(
    'takes no more than %i from the inputs before it gives a verdict',
    async (most) => {
      const taken: number[] = [];
      async function* files() {
        for (let number = 1; number <= 6; number++) {
          taken.push(number);
          yield register.extracts.dutch;
        }
      }
      let given = 0;
      for await (const _ of verifyAll(files(), options({ concurrency: most }))) {
        given += 1;
        expect(taken.length - given).toBeLessThan(most);
      }
      expect(given).toBe(6);
    },
  );

  it('tells what came before the inputs broke off, and then the error', async () => {
    const error = new Error('The disk is gone');
    async function* files() {
      yield register.extracts.dutch;
      yield (await register.attacks()).unsealed.file;
      throw error;
    }
    expect(await outcomesOf(files())).toEqual(['genuine', 'not-an-extract', error]);
  });

  it('says of what cannot be checked now that it is open, and goes on', async () => {
    register.scenario = 'down';
    const inputs = [register.extracts.dutch, new Blob(['a photo'])];
    expect(await outcomesOf(inputs)).toEqual(['inconclusive', 'not-an-extract']);
  });

  it('ends when it is aborted, and lets go of the inputs', async () => {
    const controller = new AbortController();
    const reason = new Error('Enough');
    const files = endlessFiles();
    const { signal } = controller;
    const outcomes: unknown[] = [];
    const verdicts = verifyAll(files.given, options({ signal, concurrency: 3 }));
    await expect(async () => {
      for await (const { verdict } of verdicts) {
        outcomes.push(verdict.outcome);
        controller.abort(reason);
      }
    }).rejects.toBe(reason);
    expect(outcomes).toEqual(['genuine']);
    expect(files.isClosed).toBe(true);
  });

  it('ends when nobody wants more', async () => {
    const files = endlessFiles();
    for await (const { verdict } of verifyAll(files.given, options())) {
      expect(verdict.outcome).toBe('genuine');
      break;
    }
    expect(files.isClosed).toBe(true);
  });

  it.each([0, -1, 1.5, Number.NaN])('does not take %d for a number of files', (concurrency) => {
    expect(() => verifyAll([], options({ concurrency }))).toThrow(TypeError);
  });
});
