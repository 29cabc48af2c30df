import { once } from 'node:events';
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { createMockRegister, type MockRegister } from '@diplomaregister/mocks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const register = 'https://register.example/v1';

let folder: string;
let mock: MockRegister;
let extract: Uint8Array<ArrayBuffer>;
let requests: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diplomaregister-verify-'));
  mock = await createMockRegister({ url: register });
  extract = new Uint8Array(await mock.extracts.dutch.arrayBuffer());
  requests = 0;
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs `diplomaregister verify` in English, and gives its exit code and what it wrote. */
async function verify(args: readonly string[], isTTY = false) {
  let stdout = '';
  let stderr = '';
  const code = await run(['verify', '--register', register, ...args], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { isTTY, write: (text) => (stderr += text) },
    fetch: (input, init) => {
      requests += 1;
      return mock.fetch(input, init);
    },
  });
  return { code, stdout, stderr, lines: stdout.trimEnd().split('\n') };
}

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function altered(): Uint8Array {
  const copy = extract.slice();
  const at = new TextDecoder('latin1').decode(copy).indexOf('stream\n') + 20;
  copy.set([(copy[at] ?? 0) ^ 1], at);
  return copy;
}

function records(lines: readonly string[]): unknown[] {
  return lines.map((line): unknown => JSON.parse(line));
}

describe('one file', () => {
  it('that is genuine ends with 0, and tells nothing personal', async () => {
    const path = await write('extract.pdf', extract);
    expect(await verify([path])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `genuine             DR-7K3M-9QXA-T2VD-H  ${path}\n`,
    });
  });

  it('tells what was awarded to whom only when it is asked to', async () => {
    const path = await write('extract.pdf', extract);
    const { familyName } = exampleDiplomas.vwo.holder;
    expect((await verify([path, '--details'])).lines[1]).toContain(familyName);
    expect((await verify([path, '--json'])).stdout).not.toContain(familyName);
    expect(records((await verify([path, '--json', '--details'])).lines)).toMatchObject([
      { verdict: { diplomas: [{ diploma: { holder: { familyName } } }] } },
    ]);
  });

  it('is told in Dutch', async () => {
    const path = await write('foto.jpg', 'JFIF');
    const { lines } = await verify([path, '--language', 'nl']);
    expect(lines).toEqual([`geen uittreksel     -                    ${path} (not-a-pdf)`]);
  });

  it('with a name that a terminal would take for a command is shown without it', async () => {
    const path = await write('\u001b[2J\u202egenuine.pdf', extract);
    const { stdout } = await verify([path]);
    for (const character of ['\u001b', '\u202e']) expect(stdout).not.toContain(character);
  });
});

describe('exit status', () => {
  it('is 1 when one is not genuine, also where another could not be checked', async () => {
    const paths = [await write('a.pdf', extract), await write('b.pdf', altered())];
    const { code, lines, stderr } = await verify([...paths, join(folder, 'c.pdf'), '--json']);
    expect(code).toBe(1);
    expect(records(lines)).toEqual([
      { file: paths[0], outcome: 'genuine', number: 'DR-7K3M-9QXA-T2VD-H' },
      { file: paths[1], outcome: 'altered', reason: expect.any(String) },
      { file: join(folder, 'c.pdf'), outcome: 'inconclusive', reason: 'not-found' },
    ]);
    expect(stderr).toBe('1 genuine, 1 altered, 1 not checked\n');
  });

  it('is 3 when the register is away', async () => {
    mock.scenario = 'down';
    const { code, lines } = await verify([await write('a.pdf', extract)]);
    expect(code).toBe(3);
    expect(lines[0]).toMatch(/^not checked .*\(anchors-unavailable\)$/);
  });

  it.each<[string, string[]]>([
    ['Give the files', []],
    ['Unknown option', ['x.pdf', '--colour']],
    ['--anchors must be', ['x.pdf', '--anchors', import.meta.filename]],
    ['There is no file', ['x.pdf', '--anchors', 'nowhere.json']],
  ])('is 2, with one line: %s', async (message, args) => {
    const { code, stderr } = await verify(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('pinned anchors', () => {
  it('are those that a register publishes', async () => {
    const published = await (await mock.fetch(`${register}/trust-anchors`)).text();
    const anchors = ['--anchors', await write('anchors.json', published)];
    const path = await write('extract.pdf', extract);
    expect(await verify([path, ...anchors])).toMatchObject({ code: 0 });

    mock = await createMockRegister({ url: register });
    const { code, lines } = await verify([path, ...anchors]);
    expect(code).toBe(3);
    expect(lines[0]).toContain('revocation-unknown');
  });
});

describe('paths that hold no file to check', () => {
  it('each have a clear line, and are never taken for genuine', async () => {
    await mkdir(join(folder, 'empty'));
    await mkdir(join(folder, 'loop'));
    await symlink('gone.pdf', join(folder, 'broken.pdf'));
    await symlink('..', join(folder, 'loop', 'back'));
    const { code, lines } = await verify([
      join(folder, 'empty'),
      join(folder, 'loop'),
      join(folder, 'broken.pdf'),
      '/dev/zero',
    ]);
    expect(code).toBe(3);
    expect(lines.map((line) => /\((.*)$/.exec(line)?.[1])).toEqual([
      'there is no PDF in this folder)',
      'there is no PDF in this folder)',
      'there is no such file (or the link leads nowhere))',
      'this is not a plain file)',
    ]);
  });

  it('a file of 1 GB is refused without being read', async () => {
    const path = join(folder, 'huge.pdf');
    const file = await open(path, 'w');
    await file.truncate(1024 ** 3);
    await file.close();
    const before = process.memoryUsage().rss;
    const { code, lines } = await verify([path]);
    expect([code, lines[0]?.endsWith('(file-too-large)')]).toEqual([1, true]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    expect(requests).toBe(0);
  });
});

describe('many files', () => {
  /** 400 files in folders, each tenth of them altered. */
  async function fill() {
    for (let index = 0; index < 400; index++) {
      const name = join(folder, `class ${index % 4}`, `${String(index).padStart(3, '0')}.PDF`);
      await mkdir(join(name, '..'), { recursive: true });
      await writeFile(name, index % 10 === 0 ? altered() : extract);
    }
    await write('read me.txt', 'Not a PDF');
  }

  it('are found in folders and told in order, and the register is asked five times', async () => {
    await fill();
    const { code, lines, stderr } = await verify([folder, '--json']);
    expect(code).toBe(1);
    const found = records(lines) as { file: string; outcome: string }[];
    const files = found.map(({ file }) => file);
    expect(files).toHaveLength(400);
    expect(files).toEqual([...files].sort());
    for (const { file, outcome } of found) {
      expect(outcome).toBe(file.endsWith('0.PDF') ? 'altered' : 'genuine');
    }
    expect(requests).toBe(5);
    expect(stderr).toContain('360 genuine');
  });

  it('are checked in several threads when there are very many', async () => {
    const server = createServer(async ({ url = '' }, response) => {
      const answer = await mock.fetch(`http://localhost:${port}${url}`);
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(new Uint8Array(await answer.arrayBuffer()));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    mock = await createMockRegister({ url: `http://localhost:${port}/v1` });
    extract = new Uint8Array(await mock.extracts.dutch.arrayBuffer());
    try {
      const paths: string[] = [];
      for (let index = 0; index < 500; index++) {
        paths.push(
          await write(`${String(index).padStart(3, '0')}.pdf`, index % 10 ? extract : altered()),
        );
      }
      const { code, lines } = await verify([
        folder,
        '--json',
        '--register',
        `http://localhost:${port}/v1`,
      ]);
      expect(code).toBe(1);
      const found = records(lines) as { file: string; outcome: string }[];
      expect(found.map(({ file }) => file)).toEqual(paths);
      expect(found.every(({ outcome }, at) => outcome === (at % 10 ? 'genuine' : 'altered'))).toBe(
        true,
      );
      // Not by the one that was given, which is of this thread.
      expect(requests).toBe(availableParallelism() > 1 ? 0 : 5);
    } finally {
      server.close();
    }
  });

  it('have a bar on a terminal, which is wiped at the end', async () => {
    await write('a.pdf', extract);
    await write('b.pdf', extract);
    const { stderr } = await verify([folder], true);
    expect(stderr).toContain('[############------------] 1 of 2 checked');
    const full = `[${'#'.repeat(24)}] 2 of 2 checked`;
    expect(stderr.endsWith(`${full}\r\u001b[K2 genuine\n`)).toBe(true);
  });
});
