import { runInNewContext } from 'node:vm';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { html, serve } from '../test-support/serve.ts';
import { checkNames } from './checks.ts';
import type { VerifyInput, VerifyOptions } from './options.ts';
import { reasons } from './reasons.ts';
import { verify } from './verify.ts';

const { bachelor, havo, vocational, vwo } = exampleDiplomas;

let register: MockRegister;

beforeEach(async () => {
  register = await createMockRegister();
});

/** Checks against the mock register, with its anchors pinned unless said otherwise. */
function check(input: VerifyInput, options: Partial<VerifyOptions> = {}) {
  const { anchors, fetch, url } = register;
  return verify(input, { register: url, anchors, fetch, ...options });
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

/** An extract with one bit of its content turned. */
async function alteredExtract(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await bytesOf(register.extracts.dutch);
  const at = new TextDecoder('latin1').decode(bytes).indexOf('stream\n') + 20;
  bytes.set([(bytes[at] ?? 0) ^ 1], at);
  return bytes;
}

/** A register that answers one path in its own way. */
function except(path: string, respond: () => Response | Promise<Response>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    return new URL(request.url).pathname.includes(path) ? respond() : register.fetch(request);
  };
}

function resultOf(verdict: Awaited<ReturnType<typeof verify>>, name: string) {
  return verdict.checks.find((each) => each.name === name);
}

describe('a sealed extract', () => {
  it('that is none at all, as of a form without a file, is a verdict too', async () => {
    const reason = 'could-not-check';
    const verdict = await check(null as unknown as VerifyInput);
    expect(verdict.outcome).toBe('inconclusive');
    expect(verdict.checks).toContainEqual(expect.objectContaining({ reason }));
  });

  it('may come from another realm, as of an iframe or of a test that Jest runs', async () => {
    const bytes = await bytesOf(register.extracts.dutch);
    const foreign = runInNewContext('Uint8Array.from(bytes)', { bytes });
    expect(foreign).not.toBeInstanceOf(Uint8Array);
    expect(await check(foreign)).toMatchObject({ outcome: 'genuine' });
    expect(await check(foreign.buffer)).toMatchObject({ outcome: 'genuine' });
    const { size } = register.extracts.dutch;
    const file = { size, arrayBuffer: async () => bytes.buffer } as Blob;
    expect(await check(file)).toMatchObject({ outcome: 'genuine' });
  });

  it('is genuine, with its content and five checks', async () => {
    const verdict = await check(register.extracts.dutch);
    expect(verdict).toMatchObject({
      outcome: 'genuine',
      trust: 'pinned',
      subject: {
        kind: 'extract',
        number: 'DR-7K3M-9QXA-T2VD-H',
        language: 'nl',
        issuer: 'Voorbeeldregister',
        example: true,
      },
      diplomas: [{ standing: 'valid', diploma: { holder: vwo.holder, marks: vwo.marks } }],
    });
    expect(verdict.checks).toEqual([
      { name: 'sealed-by-register', result: 'pass' },
      { name: 'unchanged', result: 'pass' },
      { name: 'seal-trusted', result: 'pass' },
      { name: 'diploma-stands', result: 'pass' },
      { name: 'code-valid', result: 'skipped' },
    ]);
    expect(JSON.stringify(verdict)).not.toContain('status-lists');
  });

  it.each([
    ['a Blob', async (file: Blob) => file],
    ['an ArrayBuffer', (file: Blob) => file.arrayBuffer()],
    ['bytes', bytesOf],
  ])('may come as %s', async (_, convert) => {
    const verdict = await check(await convert(register.extracts.english));
    expect(verdict.outcome).toBe('genuine');
  });

  it('is genuine with the anchors of the register itself, and the verdict says so', async () => {
    const verdict = await check(register.extracts.three, { anchors: undefined });
    expect(verdict).toMatchObject({ outcome: 'genuine', trust: 'tls' });
  });

  it('is genuine with anchors as the register publishes them, pinned', async () => {
    const response = await register.fetch(`${register.url}/trust-anchors`);
    const verdict = await check(register.extracts.dutch, { anchors: await response.json() });
    expect(verdict).toMatchObject({ outcome: 'genuine', trust: 'pinned' });
  });

  it('never leaves this machine', async () => {
    const requests: Request[] = [];
    await check(register.extracts.dutch, {
      fetch: (input, init) => {
        requests.push(new Request(input, init));
        return register.fetch(input, init);
      },
    });
    expect(requests.map(({ method }) => method)).toEqual(requests.map(() => 'GET'));
    expect(requests.every(({ url }) => url.startsWith(register.url))).toBe(true);
    expect(requests.length).toBeGreaterThan(1);
  });

  it('is looked at once', async () => {
    const bytes = await bytesOf(register.extracts.dutch);
    let digests = 0;
    const subtle = new Proxy(crypto.subtle, {
      get(target, name: keyof SubtleCrypto) {
        if (name === 'digest') {
          return (...call: Parameters<SubtleCrypto['digest']>) => {
            if (call[1].byteLength > bytes.length / 2) digests += 1;
            return target.digest(...call);
          };
        }
        return target[name].bind(target);
      },
    });
    const verdict = await check(bytes, {
      crypto: Object.create(crypto, { subtle: { value: subtle } }),
    });
    expect([verdict.outcome, digests]).toEqual(['genuine', 1]);
  });

  it('is withdrawn when one of its diplomas is, and shows only those that stand', async () => {
    register.withdraw(vocational.id);
    const verdict = await check(register.extracts.three);
    expect(verdict).toMatchObject({
      outcome: 'withdrawn',
      diplomas: [{ standing: 'valid' }, { standing: 'withdrawn' }, { standing: 'valid' }],
    });
    expect(JSON.stringify(verdict)).not.toContain(vocational.programme.code);
    expect(resultOf(verdict, 'diploma-stands')).toEqual({
      name: 'diploma-stands',
      result: 'fail',
      reason: 'diploma-withdrawn',
    });
  });

  it('is superseded when one of its diplomas was corrected', async () => {
    register.supersede(havo.id);
    expect(await check(register.extracts.three)).toMatchObject({
      outcome: 'superseded',
      diplomas: [{ standing: 'valid' }, { standing: 'valid' }, { standing: 'superseded' }],
    });
  });

  it('is withdrawn when one diploma is and another was corrected', async () => {
    register.supersede(havo.id);
    register.withdraw(bachelor.id);
    expect((await check(register.extracts.three)).outcome).toBe('withdrawn');
  });
});

describe('what is no extract', () => {
  it.each([
    ['nothing', ''],
    ['text', 'I have a diploma, really.'],
    ['another PDF', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'],
  ])('%s is refused at once, also with the register away', async (_, content) => {
    register.scenario = 'down';
    for (const anchors of [register.anchors, undefined]) {
      const verdict = await check(new Blob([content]), { anchors });
      expect(verdict.outcome).toBe('not-an-extract');
    }
  });

  it('a file of 50 MB is refused without being read', async () => {
    const file = new Blob([new Uint8Array(50 * 1024 * 1024)]);
    const read = vi.spyOn(file, 'arrayBuffer');
    const verdict = await check(file);
    expect(resultOf(verdict, 'sealed-by-register')).toMatchObject({ reason: 'file-too-large' });
    expect(verdict.outcome).toBe('not-an-extract');
    expect(read).not.toHaveBeenCalled();
  });

  it('an extract of another register is not one of this', async () => {
    const other = await createMockRegister();
    const verdict = await check(other.extracts.dutch);
    expect(resultOf(verdict, 'sealed-by-register')).toMatchObject({ reason: 'signer-untrusted' });
    expect(verdict.outcome).toBe('not-an-extract');
  });

  it('an altered extract is told apart, also with the register away', async () => {
    const bytes = await alteredExtract();
    register.scenario = 'down';
    const verdict = await check(bytes);
    expect(verdict).toMatchObject({ outcome: 'altered' });
    expect(verdict).not.toHaveProperty('subject');
  });
});

describe('what cannot be checked', () => {
  const portal = () =>
    new Response('<p>Sign in to the wifi', { headers: { 'content-type': 'text/html' } });
  const busy = () => new Response('', { status: 429 });
  const broken = () => new Response('', { status: 500 });
  const away = (): never => {
    throw new TypeError('Failed to fetch');
  };

  it.each([
    ['the network is away', away],
    ['HTML answers', portal],
    ['the register is overloaded', busy],
    ['the register fails', broken],
    ['the register sends elsewhere', () => Response.redirect('https://elsewhere.example/')],
    ['a browser hides where it is sent', () => Response.error()],
  ])('is inconclusive when %s', async (_, respond) => {
    const reasonsByPath = {
      'trust-anchors': 'anchors-unavailable',
      'revocation-lists': 'timestamp-revocation-unknown',
      'status-lists': 'status-list-unavailable',
    };
    for (const [path, reason] of Object.entries(reasonsByPath)) {
      const verdict = await check(register.extracts.dutch, {
        anchors: undefined,
        fetch: except(path, respond),
      });
      expect(verdict.outcome).toBe('inconclusive');
      expect(verdict.checks).toContainEqual(expect.objectContaining({ reason }));
      expect(verdict).not.toHaveProperty('diplomas');
    }
  });

  it('is inconclusive without WebCrypto', async () => {
    const crypto = { subtle: undefined } as unknown as Crypto;
    const verdict = await check(register.extracts.dutch, { crypto });
    expect(resultOf(verdict, 'sealed-by-register')).toMatchObject({ reason: 'crypto-unavailable' });
    expect(verdict.outcome).toBe('inconclusive');
  });

  it('is inconclusive when the status list is out of date', async () => {
    let clock = new Date();
    register = await createMockRegister({ now: () => clock });
    const list = await register.fetch(`${register.url}/status-lists/0`);
    clock = new Date(clock.getTime() + 25 * 60 * 60 * 1000);
    const verdict = await check(register.extracts.dutch, {
      now: () => clock,
      fetch: except('status-lists', () => list),
    });
    expect(resultOf(verdict, 'diploma-stands')).toMatchObject({ reason: 'status-list-expired' });
    expect(verdict.outcome).toBe('inconclusive');
  });

  it('never asks another register than the one it was given', async () => {
    const url = 'https://elsewhere.example/v1';
    const asked: string[] = [];
    const verdict = await check(register.extracts.dutch, {
      register: url,
      fetch: (input, init) => {
        const request = new Request(input, init);
        asked.push(request.url);
        return register.fetch(request.url.replace(url, register.url));
      },
    });
    expect(resultOf(verdict, 'diploma-stands')).toMatchObject({ reason: 'status-list-foreign' });
    expect(asked.every((each) => each.startsWith(url))).toBe(true);
  });

  it('follows no redirect', async () => {
    await using elsewhere = await serve(html);
    await using server = await serve((request, response) =>
      response.writeHead(302, { location: elsewhere.url + request.url }).end(),
    );
    const url = `${server.url}/v1`;
    const { code, pin } = register.shares.active;
    for (const input of [register.extracts.dutch, { shareCode: code, pin }]) {
      const verdict = await verify(input, { register: url });
      expect(verdict.outcome).toBe('inconclusive');
    }
    expect(server.requests.length).toBeGreaterThan(1);
    expect(elsewhere.requests).toEqual([]);
  });

  it('does not trust anchors that came by plain HTTP from another machine', async () => {
    const verdict = await check(register.extracts.dutch, {
      anchors: undefined,
      register: 'http://register.example/v1',
    });
    expect(resultOf(verdict, 'sealed-by-register')).toMatchObject({ reason: 'anchors-insecure' });
  });

  it.each(['AAAA', 'no base64!', ''])('is inconclusive with %o as an anchor', async (anchor) => {
    const verdict = await check(register.extracts.dutch, {
      anchors: { ...register.anchors, seal: [anchor] },
    });
    expect(resultOf(verdict, 'sealed-by-register')).toMatchObject({ reason: 'anchors-malformed' });
  });

  it('is inconclusive when the address of the register is none', async () => {
    expect((await check(register.extracts.dutch, { register: 'nowhere' })).outcome).toBe(
      'inconclusive',
    );
  });

  it('is inconclusive when the file cannot be read', async () => {
    const file = new Blob(['gone']);
    vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotReadableError'));
    const verdict = await check(file);
    expect(resultOf(verdict, 'sealed-by-register')).toMatchObject({ reason: 'file-unreadable' });
  });
});

describe('a register that hangs', () => {
  const hang: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });

  it('is not waited for when the answer is certain', async () => {
    const start = performance.now();
    const altered = await alteredExtract();
    expect(await check(altered, { fetch: hang })).toMatchObject({ outcome: 'altered' });
    const pdf = new Blob(['%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n']);
    expect(await check(pdf, { fetch: hang, anchors: undefined })).toMatchObject({
      outcome: 'not-an-extract',
    });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('is not asked about what is no PDF', async () => {
    const asked = vi.fn(register.fetch);
    for (const content of ['', 'GIF89a', `${' '.repeat(2_000)}%PDF-1.7`]) {
      const verdict = await check(new Blob([content]), { fetch: asked, anchors: undefined });
      expect(resultOf(verdict, 'sealed-by-register')).toMatchObject({ reason: 'not-a-pdf' });
    }
    expect(asked).not.toHaveBeenCalled();
  });

  it('is let go when the verdict is there', async () => {
    const signals: AbortSignal[] = [];
    const remembering: typeof fetch = (input, init) => {
      if (init?.signal) signals.push(init.signal);
      return hang(input, init);
    };
    await check(await alteredExtract(), { fetch: remembering });
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });
});

describe('aborting', () => {
  it('rejects with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('The visitor chose another file');
    const verdict = check(register.extracts.dutch, {
      signal: controller.signal,
      fetch: (_, init) => {
        controller.abort(reason);
        init?.signal?.throwIfAborted();
        return Promise.reject(new TypeError('not reached'));
      },
    });
    await expect(verdict).rejects.toBe(reason);
    const late = check(register.extracts.dutch, { signal: AbortSignal.abort(reason) });
    await expect(late).rejects.toBe(reason);
  });
});

describe('every verdict', () => {
  let damaged: Uint8Array<ArrayBuffer>[];

  beforeAll(async () => {
    const bytes = await bytesOf((await createMockRegister()).extracts.dutch);
    damaged = Array.from({ length: 60 }, (_, index) => {
      const copy = bytes.slice();
      const at = Math.floor((index * copy.length) / 60);
      copy.set([(copy[at] ?? 0) ^ 0x15], at);
      return copy;
    });
  });

  it('has the five checks in order, and its outcome is that of its reason', async () => {
    for (const file of damaged) {
      const verdict = await check(file);
      expect(verdict.outcome).not.toBe('genuine');
      expect(verdict.checks.map(({ name }) => name)).toEqual(checkNames);
      const [reason] = verdict.checks.flatMap((each) => ('reason' in each ? [each.reason] : []));
      expect(reasons[reason as keyof typeof reasons].outcome).toBe(verdict.outcome);
    }
  });
});
