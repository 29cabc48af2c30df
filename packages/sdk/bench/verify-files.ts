// How fast and how large `diplomaregister verify` is on 10,000 extracts, each a file of its own, with
// a register on this machine. Ends with one line of JSON.
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockRegister } from '@diplomaregister/mocks';

const command = join(import.meta.dirname, '../src/command-line/main.ts');
const files = Number(process.argv[2] ?? 10_000);

let requests = 0;
const server = createServer(async (request, response) => {
  requests += 1;
  const headers = { 'if-none-match': request.headers['if-none-match'] ?? '' };
  const answer = await register.fetch(`${url}${request.url?.slice('/v1'.length)}`, { headers });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const url = `http://127.0.0.1:${port}/v1`;
const register = await createMockRegister({ url });

/** Runs the command on a folder; resolves with seconds and the most memory that it had, in MB. */
function verify(folder: string): Promise<{ seconds: number; peak: number }> {
  const begin = performance.now();
  const args = ['--conditions=@diplomaregister/source', '--import', peakReporter];
  const child = spawn(process.execPath, [...args, command, 'verify', folder, '--register', url], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      // What could not be checked takes no time.
      if (code !== 0) reject(new Error(`Not all files are genuine (exit ${code}): ${stderr}`));
      const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
      resolve({ seconds: (performance.now() - begin) / 1000, peak });
    });
  });
}

/** Tells the most memory of the process when it ends. */
const peakReporter = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS));",
)}`;

async function fill(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'diplomaregister-bench-'));
  const first = join(folder, '0.pdf');
  await writeFile(first, new Uint8Array(await register.extracts.dutch.arrayBuffer()));
  for (let index = 1; index < count; index++) await copyFile(first, join(folder, `${index}.pdf`));
  return folder;
}

const few = await fill(files / 10);
const many = await fill(files);
try {
  const small = await verify(few);
  requests = 0;
  const large = await verify(many);
  const report = {
    files,
    seconds: Number(large.seconds.toFixed(1)),
    filesPerSecond: Math.round(files / large.seconds),
    requests,
    peakMegabytes: Math.round(large.peak),
    peakMegabytesOfATenth: Math.round(small.peak),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
} finally {
  await Promise.all([few, many].map((folder) => rm(folder, { recursive: true })));
  server.close();
}
