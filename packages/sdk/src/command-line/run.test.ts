import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryLine } from '@diplomaregister/contract';
import { exampleDeliveryLines } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const issuer = 'https://identity.example';
const register = 'https://register.example/v1';

let folder: string;
let mock: MockRegister;
let keys: CryptoKeyPair;
/** What the token service was sent. */
let tokenRequests: URLSearchParams[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diplomaregister-command-'));
  mock = await createMockRegister({ url: register });
  keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  tokenRequests = [];
});

afterEach(() => rm(folder, { recursive: true }));

/** The register and its token service, as the network has them. */
const network: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  switch (request.url) {
    case 'https://register.example/.well-known/oauth-protected-resource/v1':
      return Response.json({ resource: register, authorization_servers: [issuer] });
    case `${issuer}/.well-known/openid-configuration`:
      return Response.json({ issuer, token_endpoint: `${issuer}/token` });
    case `${issuer}/token`:
      tokenRequests.push(new URLSearchParams(await request.text()));
      return Response.json({ access_token: mock.tokens.institution, expires_in: 900 });
    default:
      return mock.fetch(request);
  }
};

/** Runs a command, and gives its exit code and what it wrote. */
async function call(words: readonly string[], isTTY = false, fetcher = network) {
  let stdout = '';
  let stderr = '';
  const code = await run(words, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { isTTY, write: (text) => (stderr += text) },
    fetch: fetcher,
  });
  return { code, stdout, stderr };
}

function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  return writeFile(path, content).then(() => path);
}

function deliver(file: string, key: string, ...more: readonly string[]) {
  return ['deliver', file, '--register', register, '--client-id', 'school', '--key', key, ...more];
}

async function pemKey(): Promise<string> {
  const bytes = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const base64 = Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n');
  return write('key.pem', `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`);
}

async function jwkKey(): Promise<string> {
  const jwk = await crypto.subtle.exportKey('jwk', keys.privateKey);
  return write('key.json', JSON.stringify({ ...jwk, kid: 'school-2026', use: 'sig' }));
}

function lines(...records: readonly unknown[]): Promise<string> {
  return write('lines.ndjson', records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

const { higher, vocational } = exampleDeliveryLines;
const wrong: DeliveryLine = { ...higher, holder: { ...higher.holder, bsn: '999990008' } };

describe('diplomaregister deliver', () => {
  it('tells the counts, and ends with 0 when every line was taken', async () => {
    const result = await call(deliver(await lines(higher, vocational), await pemKey()));
    expect(result).toEqual({
      code: 0,
      stderr: '',
      stdout: '2 lines: 2 registered, 0 corrected, 0 withdrawn, 0 unchanged, 0 rejected\n',
    });
  });

  it('tells each rejected line with its reasons, never with its BSN, and ends with 1', async () => {
    const result = await call(deliver(await lines(vocational, wrong), await pemKey()));
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('1 rejected\nline 2 (ho.2023.311): /holder/bsn');
    expect(result.stdout).toContain('[bsn-invalid]');
    expect(JSON.stringify(result)).not.toContain('999990008');
  });

  it('tells it in Dutch', async () => {
    const words = deliver(await lines(vocational, wrong), await pemKey(), '--language', 'nl');
    const { stdout } = await call(words);
    expect(stdout).toContain('2 regels: 1 geregistreerd');
    expect(stdout).toContain('1 afgewezen\nregel 2 (ho.2023.311)');
  });

  it('tells it as JSON', async () => {
    const result = await call(deliver(await lines(vocational, wrong), await pemKey(), '--json'));
    expect(JSON.parse(result.stdout)).toMatchObject({
      lines: 2,
      registered: 1,
      rejections: [{ line: 2, recordId: 'ho.2023.311', errors: [{ code: 'bsn-invalid' }] }],
    });
  });

  it('draws its progress on a terminal, and wipes it', async () => {
    const { stderr } = await call(deliver(await lines(higher), await pemKey()), true);
    expect(stderr).toBe(
      '\r\u001b[K1 lines: 1 registered, 0 corrected, 0 withdrawn, 0 unchanged, 0 rejected\r\u001b[K',
    );
  });

  it.each([
    ['PKCS #8', pemKey, undefined],
    ['a JWK', jwkKey, 'school-2026'],
  ])('signs in by private_key_jwt with %s', async (_, makeKey, kid) => {
    await call(deliver(await lines(higher), await makeKey()));
    expect(tokenRequests).toHaveLength(1);
    const [request = new URLSearchParams()] = tokenRequests;
    expect(Object.fromEntries(request)).toMatchObject({
      grant_type: 'client_credentials',
      client_id: 'school',
      scope: 'deliveries',
      resource: register,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    const [header = '', claims = '', signature = ''] = (
      request.get('client_assertion') ?? ''
    ).split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(header)).toEqual({ alg: 'ES256', typ: 'JWT', ...(kid && { kid }) });
    expect(read(claims)).toMatchObject({ iss: 'school', sub: 'school', aud: issuer });
    expect(read(claims).exp - read(claims).iat).toBe(60);
    const isSigned = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      keys.publicKey,
      Buffer.from(signature, 'base64url'),
      Buffer.from(`${header}.${claims}`),
    );
    expect(isSigned).toBe(true);
  });

  it('tells what was stored when it stops half way', async () => {
    mock.scenario = 'signedOut';
    const result = await call(deliver(await lines(higher), await pemKey()));
    expect(result.code).toBe(2);
    expect(result.stdout).toContain('0 lines');
    expect(result.stderr).toContain('[token-invalid]');
  });

  it.each([
    ['en', 'The file ends in the middle of line 2'],
    ['nl', 'Het bestand houdt midden in regel 2 op'],
  ])(
    'stores the whole lines of a file that was written half, and says so: %s',
    async (language, message) => {
      const text = `${JSON.stringify(higher)}\n${JSON.stringify(vocational)}`;
      const file = await write('half.ndjson', text.slice(0, -20));
      const words = deliver(file, await pemKey(), '--language', language);
      const { code, stderr, stdout } = await call(words);
      expect([code, stdout.startsWith('1 ')]).toEqual([2, true]);
      expect(stderr).toContain(message);
      expect(stderr).toContain('--after 1');
      expect(stderr).toContain('[input-cut-off]');
    },
  );

  it('goes on after a line', async () => {
    const file = await lines(higher, wrong, vocational);
    const { stdout } = await call(deliver(file, await pemKey(), '--after', '1', '--json'));
    expect(JSON.parse(stdout)).toMatchObject({ lines: 2, through: 3, rejections: [{ line: 2 }] });
  });

  it('says that the clock is wrong when the token service refuses what was signed by it', async () => {
    const date = new Date(Date.now() + 600_000).toUTCString();
    const refusing: typeof fetch = async (input, init) =>
      String(input) === `${issuer}/token`
        ? Response.json({ error: 'invalid_client' }, { status: 401, headers: { date } })
        : network(input, init);
    const words = deliver(await lines(higher), await pemKey());
    expect((await call(words, false, refusing)).stderr).toContain('10 minutes behind: set it');
  });

  it.each<[string, string, string[]]>([
    ['a line that is none', '--after must be', ['deliver', 'x', '--after', 'two']],
    ['no file', 'Give one file', ['deliver', '--register', register]],
    ['no register', '--register is missing', ['deliver', 'lines.ndjson']],
    ['an address that is none', '--register must be', ['deliver', 'x', '--register', 'nowhere']],
    ['no client', '--client-id is missing', ['deliver', 'x', '--register', register]],
    ['a file that is not there', 'There is no file', deliver('not-there.ndjson', 'not-there.pem')],
    ['an option that is not known', "Unknown option '--colour'", ['deliver', 'x', '--colour']],
  ])('says what is wrong: %s', async (_, message, words) => {
    const result = await call(words);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(message);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('refuses what is no key, and says nothing of it', async () => {
    const key = await write('key.pem', 'c2VjcmV0');
    const result = await call(deliver(await lines(higher), key));
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('The key must be a P-256 private key');
    expect(result.stderr).not.toContain('c2VjcmV0');
  });

  it('says so when the token service refuses the client', async () => {
    const refusing: typeof fetch = async (input, init) =>
      String(input) === `${issuer}/token`
        ? Response.json({ error: 'invalid_client' }, { status: 401 })
        : network(input, init);
    const { code, stderr } = await call(
      deliver(await lines(higher), await pemKey()),
      false,
      refusing,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('refuses this client (invalid_client)');
  });

  it.each([
    ['the register names none', { resource: register }, 'give it by --issuer'],
    [
      'it is named for another resource',
      { resource: 'https://elsewhere.example/v1', authorization_servers: [issuer] },
      'give it by --issuer',
    ],
  ])('does not guess the token service when %s', async (_, metadata, message) => {
    const other: typeof fetch = async (input, init) =>
      String(input).includes('oauth-protected-resource')
        ? Response.json(metadata)
        : network(input, init);
    const words = deliver(await lines(higher), await pemKey());
    expect((await call(words, false, other)).stderr).toContain(message);
    expect((await call([...words, '--issuer', issuer], false, other)).code).toBe(0);
  });
});

describe('diplomaregister', () => {
  it('shows how it is used', async () => {
    expect(await call(['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Usage'),
    });
    expect(await call([])).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
    expect(await call(['destroy'])).toMatchObject({ code: 2, stdout: '' });
  });

  it.each<[string, string[], string | undefined]>([
    ['Usage', ['verify', '--help'], undefined],
    ['Usage', ['--help'], 'de_DE.UTF-8'],
    ['Gebruik', ['--help'], 'nl_NL.UTF-8'],
    ['Gebruik', ['verify', '--help'], 'nl'],
    ['Gebruik', ['--help', '--language', 'nl'], 'en_GB'],
    ['Usage', ['--help', '--language=en'], 'nl_BE.UTF-8'],
  ])('begins with %s for %j in the locale %s', async (begin, args, locale) => {
    let stdout = '';
    const stderr = { write: (text: string) => expect.unreachable(text) };
    const output = { write: (text: string) => (stdout += text) };
    await run(args, { stdout: output, stderr, fetch: network, locale });
    expect(stdout.slice(0, begin.length)).toBe(begin);
  });

  it('says which languages it speaks', async () => {
    const { code, stderr } = await call(['--help', '--language', 'fr']);
    expect([code, stderr]).toEqual([2, 'diplomaregister: --language must be nl or en\n']);
  });
});
