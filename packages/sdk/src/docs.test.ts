import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { createMockServer } from '@diplomaregister/mocks/node';
import { HttpResponse, http } from 'msw';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from './command-line/run.ts';
import { expectedOutput, readCodeBlocks, writeCodeBlocks } from './test-support/code-blocks.ts';

const root = join(import.meta.dirname, '../../..');
const pages = globSync('docs/developers/*.md', { cwd: root }).sort();
const target = join(import.meta.dirname, '../.docs');
const folders = new Map(pages.map((page) => [page, writeCodeBlocks(join(root, page), target)]));
const blocks = pages.flatMap((page) =>
  readCodeBlocks(join(root, page)).map((block) => ({ ...block, page })),
);
const readme = writeCodeBlocks(join(root, 'packages/elements/README.md'), target);
const [quickStart, recipes] = ['quick-start', 'recipes'].map((name) => join(target, name));

const issuer = 'https://identity.example';
const address = 'https://register.example/v1';

let register: MockRegister;
let server: ReturnType<typeof createMockServer>;
let home: string;
const before = process.cwd();

beforeAll(async () => {
  register = await createMockRegister();
  server = createMockServer(register);
  server.use(
    http.get(`${issuer}/.well-known/openid-configuration`, () =>
      HttpResponse.json({ issuer, token_endpoint: `${issuer}/token` }),
    ),
    http.post(`${issuer}/token`, async ({ request }) => {
      const sent = new URLSearchParams(await request.text());
      expect(sent.get('client_assertion')).toMatch(/^ey/);
      return HttpResponse.json({
        access_token: register.tokens.institution,
        token_type: 'bearer',
        expires_in: 900,
      });
    }),
  );
  server.listen({ onUnhandledFrame: 'bypass' });
  // The pages are read in a folder with the anchors and some applications.
  home = await mkdtemp(join(tmpdir(), 'diplomaregister-docs-'));
  await writeFile(
    join(home, 'anchors.json'),
    await (await fetch(`${address}/trust-anchors`)).text(),
  );
  await mkdir(join(home, 'applications'));
  const { alteredByte } = await register.attacks();
  for (const [name, file] of [
    ['a', register.extracts.dutch],
    ['b', alteredByte.file],
  ] as const) {
    await writeFile(
      join(home, `applications/${name}.pdf`),
      new Uint8Array(await file.arrayBuffer()),
    );
  }
  process.chdir(home);
});

afterAll(async () => {
  process.chdir(before);
  server.close();
  await rm(home, { recursive: true });
  await rm(target, { recursive: true });
});

beforeEach(() => {
  register.scenario = 'normal';
});

/** Runs a program of a page by itself, and gives what it prints. */
async function execute(file: string): Promise<readonly string[]> {
  const words = ['--conditions=@diplomaregister/source', '--no-warnings', file];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: home });
  return stdout.trimEnd().split('\n');
}

describe('the code in the documentation for developers', () => {
  it('is of a kind that is tried here, each with its own test', () => {
    const named = blocks.filter(({ name }) => name !== undefined).map(({ name }) => name);
    expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(['html', 'sh', 'ts']));
    expect(blocks.filter(({ language, name }) => language !== 'sh' && !name)).toEqual([]);
    expect(named).toEqual([
      ...['check.ts', 'holder.ts', 'real.ts', 'verifier.ts', 'upload-express.ts'],
      ...['upload-fastify.ts', 'form.html', 'form-back-end.ts', 'check-many.ts'],
      ...['institution-token.ts', 'deliver.ts', 'with-mocks.ts'],
    ]);
  });

  it('compiles, with every strictness', async () => {
    const config = {
      extends: '../tsconfig.json',
      compilerOptions: { types: ['node'], noEmit: true },
      include: ['**/*.ts'],
    };
    await writeFile(join(target, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc');
    await expect(promisify(execFile)(tsc, ['-p', target])).resolves.toMatchObject({ stdout: '' });
  });

  it.each(
    blocks.filter(({ code, language }) => language === 'ts' && expectedOutput(code).length > 0),
  )('$name prints what its comments say', async ({ code, name = '', page }) => {
    const printed = await execute(join(folders.get(page) ?? '', name));
    expect(printed).toEqual(expectedOutput(code));
  });

  it.each(
    blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.trim().split('\n')),
  )('%s', async (line) => {
    const [program, ...words] = line.split(' ');
    let stderr = '';
    const terminal = {
      stdout: { write: () => true },
      stderr: { write: (text: string) => (stderr += text) },
      fetch,
    };
    switch (program) {
      case 'diplomaregister':
        // One of the applications is altered.
        expect(await run(words, terminal)).toBe(words[0] === 'verify' ? 1 : 0);
        expect(stderr).not.toContain('diplomaregister:');
        break;
      case 'curl':
        expect((await fetch(words.at(-1) ?? '')).ok).toBe(true);
        break;
      default:
        expect(line).toMatch(/^npm (init|install|pkg|run) /);
    }
  });

  it('keeps a verifier for a real register', async () => {
    const { verifier } = await import(/* @vite-ignore */ join(quickStart ?? '', 'real.ts'));
    const verdict = await verifier.verify(register.extracts.three);
    expect(verdict).toMatchObject({ outcome: 'genuine', trust: 'pinned' });
  });
});

describe('a recipe', () => {
  const load = (name: string) => import(/* @vite-ignore */ join(recipes ?? '', name));

  function form(file: Blob): FormData {
    const content = new FormData();
    content.set('diploma', file, 'diploma.pdf');
    return content;
  }

  it.each(['Express', 'Fastify'])('takes uploads with %s', async (kind) => {
    const { app, server: fastify } = await load(`upload-${kind.toLowerCase()}.ts`);
    const listening = app?.listen(0, '127.0.0.1');
    const url = fastify
      ? await fastify.listen({ port: 0, host: '127.0.0.1' })
      : await new Promise((resolve) =>
          listening.on('listening', () => resolve(`http://127.0.0.1:${listening.address().port}`)),
        );
    const send = async (body: FormData) => {
      const response = await fetch(`${url}/applications`, { method: 'POST', body });
      return [response.status, await response.json()];
    };
    try {
      expect(await send(form(register.extracts.dutch))).toEqual([
        200,
        { diplomas: [exampleDiplomas.vwo.programme] },
      ]);
      const { alteredByte } = await register.attacks();
      expect(await send(form(alteredByte.file))).toEqual([422, { outcome: 'altered' }]);
      expect(await send(new FormData())).toMatchObject([400, { error: expect.any(String) }]);
    } finally {
      await (fastify?.close() ?? listening.close());
    }
  });

  it.each([
    ['the recipe', recipes],
    ['the README of the elements', readme],
  ])('checks again what a form sent, a file or a code and a PIN: %s', async (_, folder = '') => {
    const { checkForm } = await import(/* @vite-ignore */ join(folder, 'form-back-end.ts'));
    const outcomeOf = async (sent: FormData) => {
      const { outcome } = await checkForm(sent, { register: address });
      return outcome;
    };
    expect(await outcomeOf(form(register.extracts.dutch))).toBe('genuine');
    const share = new FormData();
    const { code, pin } = register.shares.active;
    share.set('diploma-code', code);
    share.set('diploma-pin', pin);
    expect(await outcomeOf(share)).toBe('genuine');
    expect(await outcomeOf(new FormData())).toBe('share-unknown');
  });

  it('checks a folder', async () => {
    const { checkFolder } = await load('check-many.ts');
    const { anchors } = register;
    const outcomes = await checkFolder(join(home, 'applications'), { register: address, anchors });
    expect([...outcomes]).toEqual([
      ['a.pdf', 'genuine'],
      ['b.pdf', 'altered'],
    ]);
  });

  it('delivers from a student system, with tokens of its own', async () => {
    const { institutionTokens } = await load('institution-token.ts');
    const { deliver } = await load('deliver.ts');
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const { privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
    const accessToken = await institutionTokens(issuer, 'school', privateKey);
    async function* rows() {
      const person = { givenNames: 'Ruben', familyName: 'Prins', birthDate: '2001-02-03' };
      const row = { ...person, crebo: '95520', awardedOn: '2026-07-03' };
      yield { ...row, studentNumber: '1', bsn: '999990019' };
      yield { ...row, studentNumber: '2', bsn: '999990008' };
    }
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const toMend = await deliver(rows(), accessToken);
    expect([...toMend]).toEqual([[2, ['bsn-invalid']]]);
    expect(error).toHaveBeenCalledWith('2 lines, 1 rejected');

    register.scenario = 'signedOut';
    await expect(deliver(rows(), accessToken)).rejects.toMatchObject({ code: 'token-invalid' });
    error.mockRestore();
  });
});
