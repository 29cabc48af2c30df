import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { exampleShares, exampleStatistics } from '@diplomaregister/contract/examples';
import { describe, expect, it, vi } from 'vitest';
import * as sdk from './index.ts';
import {
  ApiError,
  BadRequestError,
  type ClientOptions,
  ConflictError,
  ConnectionError,
  createClient,
  ForbiddenError,
  NotFoundError,
  RegisterError,
  TimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnavailableError,
  UnexpectedAnswerError,
} from './index.ts';
import {
  answer,
  type Behaviour,
  endless,
  endlessly,
  html,
  late,
  redirect,
  refuse,
  reset,
  serve,
  stall,
  type TestServer,
  text,
  truncate,
} from './test-support/serve.ts';

const token = 'secret-token-1234567890';
const good = answer(200, exampleStatistics);
const created = answer(201, { share: exampleShares.active });
const share = { diplomaIds: [], expiresOn: '2027-01-31', marks: false };

function clientOf(server: TestServer, options: Partial<ClientOptions> = {}) {
  return createClient({ url: `${server.url}/v1`, accessToken: token, ...options });
}

async function failureOf(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('It should have failed'),
    (error: unknown) => error,
  );
}

it('a failure of `fetch` is one of the connection, of whatever class its error is', async () => {
  // Bun and other implementations have errors of their own, and Jest runs tests in another realm.
  for (const cause of [
    new Error('Unable to connect'),
    runInNewContext('new TypeError("failed")'),
  ]) {
    const failing = vi.fn(() => Promise.reject(cause));
    const client = createClient({ url: 'https://register.example/v1', fetch: failing, retries: 1 });
    const error = await failureOf(client.statistics.get());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: 'connection-failed', cause });
    expect(failing).toHaveBeenCalledTimes(2);
  }
});

it.each([2 ** 31, Infinity])(
  'an answer may take as long as it likes with a time-out of %d',
  async (timeout) => {
    await using server = await serve(late(50, good));
    expect(await clientOf(server, { timeout, retries: 0 }).statistics.get()).toEqual(
      exampleStatistics,
    );
  },
);

describe('what is safe to repeat is tried again', () => {
  it.each([
    ['a reset', reset],
    ['an answer that breaks off', truncate],
    ['429', refuse(429, 'too-many-requests', { 'retry-after': '0' })],
    ['503', refuse(503, 'unavailable', { 'retry-after': '0' })],
    [
      '502 of a proxy',
      ((_, response) => response.writeHead(502).end('Bad gateway')) as typeof html,
    ],
  ])('after %s', async (_, fault) => {
    await using server = await serve(fault, good);
    expect(await clientOf(server).statistics.get()).toEqual(exampleStatistics);
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['no answer', stall],
    ['an answer that comes too late', late(1_000, good)],
    ['an answer that comes drop by drop', endlessly(50, 'application/json')],
  ])('after a time-out: %s', async (_, fault) => {
    await using server = await serve(fault, good);
    expect(await clientOf(server, { timeout: 300 }).statistics.get()).toEqual(exampleStatistics);
    // On a busy machine a good answer may come too late as well, so that it takes one more.
    expect(server.requests.length).toBeGreaterThan(1);
  });

  it('when an extract breaks off, and gets the same one whole', async () => {
    const headers = { 'content-type': 'application/pdf', 'extract-number': 'DR-7K3M-9QXA-T2VD-H' };
    await using server = await serve(
      (request, response) => {
        response.writeHead(201, { ...headers, 'content-length': '9000' });
        response.write('%PDF-1.7', () => request.socket.destroy());
      },
      (_request, response) => response.writeHead(201, headers).end('%PDF-1.7 whole'),
    );
    const wanted = { diplomaIds: [], language: 'nl' } as const;
    const { file } = await clientOf(server).extracts.create(wanted);
    expect(await file.text()).toBe('%PDF-1.7 whole');
    const keys = server.requests.map((each) => each.headers['idempotency-key']);
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('when it creates something, with the key of the caller', async () => {
    await using server = await serve(reset, created);
    await clientOf(server).shares.create(share, { idempotencyKey: 'the-same-wish-twice' });
    const keys = server.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual(['the-same-wish-twice', 'the-same-wish-twice']);
  });

  describe('after a wait that', () => {
    /** Milliseconds from the first try to each try. */
    async function triesOf(answerOf: () => Response, chance: number): Promise<readonly number[]> {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
      const random = vi.spyOn(Math, 'random').mockReturnValue(chance);
      try {
        const start = Date.now();
        const tries: number[] = [];
        const fetch = async () => {
          tries.push(Date.now() - start);
          return answerOf();
        };
        const client = createClient({ url: 'https://register.example/v1', fetch });
        const failure = failureOf(client.statistics.get());
        await vi.runAllTimersAsync();
        expect(await failure).toBeInstanceOf(RegisterError);
        return tries;
      } finally {
        random.mockRestore();
        vi.useRealTimers();
      }
    }

    it.each([
      [0, [0, 125, 375]],
      [0.5, [0, 250, 750]],
      [1, [0, 375, 1_125]],
    ])('grows, and is not the same for everybody: %d', async (chance, tries) => {
      const unreachable = () => {
        throw new TypeError('fetch failed');
      };
      expect(await triesOf(unreachable, chance)).toEqual(tries);
    });

    it('is longer when the register asks for it', async () => {
      const busy = () => new Response(null, { status: 503, headers: { 'retry-after': '2' } });
      expect(await triesOf(busy, 0.5)).toEqual([0, 2_250, 4_750]);
    });
  });

  it('as often as asked, and no more', async () => {
    await using server = await serve(reset);
    const error = await failureOf(clientOf(server, { retries: 1 }).statistics.get());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(server.requests).toHaveLength(2);
  });

  it('but not when the register asks for more patience than anyone has', async () => {
    await using server = await serve(refuse(503, 'unavailable', { 'retry-after': '3600' }));
    const error = await failureOf(clientOf(server).statistics.get());
    expect(error).toMatchObject({ name: 'UnavailableError', retryAfter: 3_600_000 });
    expect(server.requests).toHaveLength(1);
  });
});

describe('what is not safe to repeat is sent once', () => {
  it('a verification, since each wrong PIN counts', async () => {
    await using server = await serve(refuse(503, 'unavailable', { 'retry-after': '0' }));
    const request = { shareCode: '4VQ7-M2KD-9X0B-HR5T-PW8E', pin: '402817' };
    await failureOf(clientOf(server).verifications.create(request));
    expect(server.requests).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 409])('a request that is refused with %i', async (status) => {
    await using server = await serve(refuse(status, 'no'));
    await failureOf(clientOf(server).statistics.get());
    expect(server.requests).toHaveLength(1);
  });
});

describe('errors', () => {
  it.each([
    [400, BadRequestError],
    [401, UnauthorizedError],
    [403, ForbiddenError],
    [404, NotFoundError],
    [409, ConflictError],
    [413, ApiError],
    [429, TooManyRequestsError],
    [500, UnavailableError],
    [503, UnavailableError],
  ])('%i has a class of its own, with code and request id', async (status, type) => {
    await using server = await serve(refuse(status, 'a-code'));
    const error = await failureOf(clientOf(server, { retries: 0 }).diplomas.get('x'));
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({
      name: type.name,
      code: 'a-code',
      status,
      requestId: '0b2f6f5e-3f57-4f26-9f0d-1f3f9d0f6a11',
    });
  });

  it.each<[string, Behaviour, string, string]>([
    ['the page of a captive portal', html, 'not-a-register', 'sign in first'],
    [
      'JSON that is none',
      text(200, 'application/json', '{"'),
      'answer-malformed',
      'newer version of this package',
    ],
    ['a 404 of another server', text(404, 'text/plain', 'No'), 'not-a-register', '`url`'],
    // Where a register has no operations, it says 404 too; it always has the counts.
    ['an address below that of the API', refuse(404, 'not-found'), 'not-a-register', '/v1'],
    ['a redirect', redirect(302, 'https://elsewhere.example/'), 'redirected', 'Set `url` to'],
  ])('tell %s apart from a register, and what to do', async (_, behaviour, code, advice) => {
    await using server = await serve(behaviour);
    const error = await failureOf(clientOf(server).statistics.get());
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(advice) });
    expect(server.requests).toHaveLength(1);
  });

  it('tell what is not there apart from an address that is not the register', async () => {
    await using server = await serve(refuse(404, 'not-found'));
    expect(await failureOf(clientOf(server).diplomas.get('x'))).toBeInstanceOf(NotFoundError);
    expect(await failureOf(clientOf(server).shares.create(share))).toBeInstanceOf(NotFoundError);
  });

  it.each([
    [10, '10 minutes ahead of'],
    [-10, '10 minutes behind'],
  ])('tell of a refused token that the clock is %d minutes off', async (minutes, message) => {
    const now = () => new Date(Date.now() + minutes * 60_000);
    await using server = await serve(refuse(401, 'token-invalid'));
    const error = await failureOf(clientOf(server, { now }).diplomas.get('x'));
    expect(error).toBeInstanceOf(UnauthorizedError);
    expect(error).toMatchObject({ message: expect.stringContaining(message) });
    const right = await failureOf(clientOf(server).diplomas.get('x'));
    expect(right).toMatchObject({ message: 'It did not work (401)' });
  });

  it('count the wait until a date by the clock that was given', async () => {
    const now = () => new Date('2026-11-26T12:00:00Z');
    const later = 'Thu, 26 Nov 2026 12:01:00 GMT';
    await using server = await serve(refuse(503, 'unavailable', { 'retry-after': later }));
    const error = await failureOf(clientOf(server, { now, retries: 0 }).statistics.get());
    expect(error).toMatchObject({ retryAfter: 60_000 });
  });

  it('tell that nobody listens', async () => {
    const server = await serve(good);
    await server[Symbol.asyncDispose]();
    const error = await failureOf(clientOf(server, { retries: 0 }).statistics.get());
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'connection-failed' });
    expect((error as ConnectionError).cause).toBeInstanceOf(Error);
  });

  it('tell that it took too long, also half way through an answer', async () => {
    const half: typeof html = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    };
    for (const behaviour of [stall, half]) {
      await using server = await serve(behaviour);
      const client = clientOf(server, { timeout: 150, retries: 0 });
      expect(await failureOf(client.statistics.get())).toBeInstanceOf(TimeoutError);
    }
  });

  it.each([
    ['JSON', endless('application/json'), 'statistics'],
    ['a list', endless('application/json'), 'diplomas'],
    ['a problem', endless('application/problem+json', 400), 'statistics'],
    ['a PDF', endless('application/pdf', 201, '%PDF-1.7', { 'extract-number': 'x' }), 'extracts'],
  ] as const)(
    'tell that an answer is too large, without reading it whole: %s',
    async (_, behaviour, resource) => {
      await using server = await serve(behaviour);
      const client = clientOf(server, { timeout: 20_000 });
      const attempts = {
        statistics: () => client.statistics.get(),
        diplomas: () => client.diplomas.list(),
        extracts: () => client.extracts.create({ diplomaIds: [], language: 'nl' }),
      };
      expect(await failureOf(attempts[resource]())).toMatchObject({ code: 'answer-too-large' });
      expect(server.requests).toHaveLength(1);
    },
  );

  it('never have a token, a BSN, a name, a code or a PIN in them', async () => {
    const secrets = { shareCode: '4VQ7-M2KD-9X0B-HR5T-PW8E', pin: '402817' };
    const [bsn, name] = ['999990019', 'Vermeulen'];
    const personal = `{"token": "${token}", "bsn": "${bsn}", "name": "${name}"`;
    const faults = [
      reset,
      truncate,
      html,
      stall,
      redirect(302, 'https://elsewhere.example/'),
      ...[400, 401, 403, 404, 409, 413, 429, 503].map((status) => refuse(status, 'a-code')),
      text(200, 'application/json', personal),
      text(200, 'application/json', `${name} ${bsn} ${token}`),
      text(401, 'application/problem+json', personal),
      endless('application/json', 200, personal),
    ];
    const seen = new Set<string>();
    for (const fault of faults) {
      await using server = await serve(fault);
      const timeout = fault === stall ? 200 : 20_000;
      const client = clientOf(server, { retries: 0, timeout, accessToken: () => token });
      const attempts = [
        () => client.verifications.create(secrets),
        () => client.shares.create({ ...share, receiver: name }),
        () => client.diplomas.list(),
        () => client.deliveries.create(`{"holder": {"bsn": "${bsn}", "familyName": "${name}"}}`),
        () => client.deliveries.create(`{"holder": {"bsn": "${bsn}", "familyName": "${name}`),
      ];
      for (const attempt of attempts) {
        const failure = await failureOf(attempt());
        for (let each = failure; each instanceof Error; each = each.cause) seen.add(each.name);
        const shown = everythingIn(failure);
        for (const secret of [token, bsn, name, secrets.shareCode, secrets.pin]) {
          expect(shown).not.toContain(secret);
        }
      }
    }
    const classes = Object.keys(sdk).filter((name) => name.endsWith('Error'));
    expect(classes.filter((name) => !seen.has(name))).toEqual(['RegisterError']);
  });

  it('do not quote a token that no header can carry', async () => {
    await using server = await serve(good);
    const client = clientOf(server, { accessToken: `${token}\n` });
    expect(everythingIn(await failureOf(client.diplomas.get('x')))).not.toContain(token);
    expect(server.requests).toHaveLength(0);
  });

  /** What a log would show of an error and of what caused it. */
  function everythingIn(error: unknown): string {
    const parts: string[] = [];
    for (let each = error; each instanceof Error; each = each.cause) {
      parts.push(String(each.stack), JSON.stringify(each));
    }
    // What `console.error` prints, and more.
    parts.push(inspect(error, { depth: 20, showHidden: true }));
    expect(parts.length).toBeGreaterThan(0);
    return parts.join('\n');
  }
});

describe('the access token', () => {
  it('goes along only where somebody must be signed in', async () => {
    await using server = await serve(good);
    const client = clientOf(server);
    await client.statistics.get();
    await client.diplomas.get('x');
    const sent = server.requests.map(({ headers }) => headers.authorization);
    expect(sent).toEqual([undefined, `Bearer ${token}`]);
  });

  it('is asked for again before every try', async () => {
    await using server = await serve(reset, good);
    let asked = 0;
    const accessToken = async () => `token-${++asked}`;
    await clientOf(server, { accessToken }).diplomas.get('x');
    const sent = server.requests.map(({ headers }) => headers.authorization);
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('of a function is asked for once more when it is refused', async () => {
    let asked = 0;
    const accessToken = () => `token-${++asked}`;
    await using server = await serve(refuse(401, 'token-invalid'), good);
    await clientOf(server, { accessToken, retries: 0 }).diplomas.get('x');
    const sent = server.requests.map(({ headers }) => headers.authorization);
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2']);

    await using stubborn = await serve(refuse(401, 'token-invalid'));
    const error = await failureOf(clientOf(stubborn, { accessToken }).diplomas.get('x'));
    expect(error).toBeInstanceOf(UnauthorizedError);
    expect(stubborn.requests).toHaveLength(2);
  });

  it('that is text is sent once, and so is what must not be repeated', async () => {
    await using server = await serve(refuse(401, 'token-invalid'));
    await failureOf(clientOf(server).diplomas.get('x'));
    expect(server.requests).toHaveLength(1);
    const { verifications } = clientOf(server, { accessToken: () => token });
    await failureOf(verifications.create({ shareCode: '4VQ7-M2KD-9X0B-HR5T-PW8E', pin: '402817' }));
    expect(server.requests).toHaveLength(2);
  });

  it.each([301, 302, 303, 307, 308])('reaches nobody by a redirect: %i', async (status) => {
    await using elsewhere = await serve(good);
    await using server = await serve(redirect(status, `${elsewhere.url}/v1/diplomas/x`));
    const client = clientOf(server);
    const attempts = [
      () => client.diplomas.get('x'),
      () => client.diplomas.list(),
      () => client.shares.create(share),
      () => client.extracts.create({ diplomaIds: [], language: 'nl' }),
    ];
    for (const attempt of attempts) {
      expect(await failureOf(attempt())).toMatchObject({ code: 'redirected', status });
    }
    expect(elsewhere.requests).toEqual([]);
  });

  it('that cannot be had fails the call with the reason', async () => {
    await using server = await serve(good);
    const reason = new Error('Signed out');
    const accessToken = () => Promise.reject(reason);
    expect(await failureOf(clientOf(server, { accessToken }).diplomas.get('x'))).toBe(reason);
  });

  it('that cannot be had is no fault of the register, whatever the reason is', async () => {
    await using server = await serve(good);
    for (const reason of [new TypeError('fetch failed'), new DOMException('No', 'AbortError')]) {
      const accessToken = vi.fn(() => Promise.reject(reason));
      expect(await failureOf(clientOf(server, { accessToken }).diplomas.get('x'))).toBe(reason);
      expect(accessToken).toHaveBeenCalledOnce();
    }
  });

  it('that does not come in time is a time-out, and asked for again', async () => {
    await using server = await serve(good);
    const accessToken = vi.fn(() => new Promise<string>(() => {}));
    const client = clientOf(server, { accessToken, timeout: 50, retries: 1 });
    const error = await failureOf(client.diplomas.get('x'));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: 'timeout' });
    expect(accessToken).toHaveBeenCalledTimes(2);
    expect(server.requests).toHaveLength(0);
  });

  it('takes of the time that one try has', async () => {
    await using server = await serve(late(350, good));
    const accessToken = () => new Promise<string>((resolve) => setTimeout(resolve, 350, token));
    const client = clientOf(server, { accessToken, timeout: 500, retries: 0 });
    expect(await failureOf(client.diplomas.get('x'))).toBeInstanceOf(TimeoutError);
  });
});

it('every request is for the register alone: no cookies, no referrer, no redirects', async () => {
  const sent: (RequestInit | undefined)[] = [];
  const fetch = async (_input: unknown, init?: RequestInit) => {
    sent.push(init);
    return Response.json(exampleStatistics);
  };
  await createClient({ url: 'https://register.example/v1', fetch }).statistics.get();
  const alone = { credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' };
  expect(sent).toEqual([expect.objectContaining(alone)]);
});

describe('aborting', () => {
  it('rejects with the reason of the signal, also while waiting for the next try', async () => {
    const reason = new Error('The visitor left');
    for (const behaviour of [stall, refuse(503, 'unavailable', { 'retry-after': '20' })]) {
      const controller = new AbortController();
      await using server = await serve((request, response) => {
        behaviour(request, response);
        setImmediate(() => controller.abort(reason));
      });
      const { signal } = controller;
      expect(await failureOf(clientOf(server).statistics.get({ signal }))).toBe(reason);
    }
  });

  it.each([
    ['at once', (abort: () => void) => abort()],
    ['later', (abort: () => void) => setImmediate(abort)],
  ])('%s, an access token is not waited for, the first or the next', async (_, soon) => {
    const reason = new Error('The visitor left');
    for (const tokens of [[], [token]]) {
      const controller = new AbortController();
      await using server = await serve(refuse(401, 'token-invalid'));
      const accessToken = async () => {
        const next = tokens.shift();
        if (next !== undefined) return next;
        soon(() => controller.abort(reason));
        return new Promise<string>(() => {});
      };
      const { signal } = controller;
      const call = clientOf(server, { accessToken }).diplomas.get('x', { signal });
      expect(await failureOf(call)).toBe(reason);
    }
  });

  it('beforehand sends nothing', async () => {
    await using server = await serve(good);
    const signal = AbortSignal.abort(new Error('Too late'));
    await failureOf(clientOf(server).statistics.get({ signal }));
    expect(server.requests).toHaveLength(0);
  });
});

describe('a client', () => {
  it.each([
    'nowhere',
    'ftp://register.example/v1',
    'https://register.example/v1?a=b',
    'https://me@register.example/v1',
  ])('is not made for %s', (url) => {
    expect(() => createClient({ url })).toThrow(TypeError);
  });

  it('sends no idempotency key that the contract does not allow', async () => {
    await using server = await serve(created);
    const made = clientOf(server).shares.create(share, { idempotencyKey: 'short' });
    expect(await failureOf(made)).toBeInstanceOf(TypeError);
    expect(await failureOf(made)).not.toBeInstanceOf(RegisterError);
  });
});
