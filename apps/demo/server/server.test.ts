import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfiguration } from './configuration.ts';
import { createServer } from './server.ts';

let folder: string;
let server: FastifyInstance;
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const entries = ['site', 'home', 'portal', 'employer', 'check'].map((name) => [
    `src/${name}.ts`,
    {
      name,
      file: `assets/${name}.js`,
      isEntry: true,
      css: name === 'site' ? ['assets/a.css'] : [],
    },
  ]);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(Object.fromEntries(entries)));
  const configuration = parseConfiguration({ DEMO_SCHOOLS: join(folder, 'schools') });
  server = await createServer({ ...configuration, buildFolder: folder }, (line) =>
    lines.push(line),
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const pages = ['/', '/portal/', '/employer/', '/check/', '/school/', '/school/98AA/'];

describe.each(pages)('the page %s', (path) => {
  it.each([
    ['nl', path],
    ['en', `/en${path}`],
  ])('is there in %s and leads to the other language', async (language, url) => {
    const { statusCode, body } = await server.inject(url);
    expect(statusCode).toBe(200);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(`href="${language === 'nl' ? `/en${path}` : path}"`);
  });

  it('allows no more than it needs', async () => {
    const { headers } = await server.inject(path);
    const policy = String(headers['content-security-policy']);
    const connect = /connect-src ([^;]+)/.exec(policy)?.[1];
    const expected = path.startsWith('/school')
      ? "'none'"
      : path === '/portal/'
        ? 'http://localhost:4001 http://localhost:4002'
        : 'http://localhost:4001';
    expect(connect).toBe(expected);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('has no script or style in the page itself', async () => {
    const { body } = await server.inject(path);
    expect(body).not.toMatch(/<script(?! type="module" src="\/assets\/)|<style|\sstyle=|\son\w+=/);
  });
});

it.each([
  ['nl', '/nowhere/', 'Deze pagina is er niet'],
  ['en', '/en/school/12XX/', 'Page not found'],
])('says in %s that a page is not there', async (language, url, title) => {
  const { statusCode, body, headers } = await server.inject(url);
  expect(statusCode).toBe(404);
  expect(body).toContain(`<html lang="${language}">`);
  expect(body).toContain(`<h1>${title}</h1>`);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it.each([
  ['an address that cannot be read', 'GET', '/%E0%A4', 400],
  ['what is no form', 'POST', '/school/98AA/withdraw', 415],
  ['what the site cannot do', 'GET', '/school/98AA/requests/', 500],
] as const)('tells of %s nothing but that it went wrong', async (_what, method, url, status) => {
  await mkdir(join(folder, 'schools/98AA'), { recursive: true });
  await writeFile(join(folder, 'schools/98AA/key.pem'), 'Zonderling');
  const headers = { 'content-type': 'text/csv', 'sec-fetch-site': 'same-origin' };
  const answer = await server.inject({ method, url, headers, payload: 'a,b' });

  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.body).toContain('<h1>Er ging iets mis</h1>');
  expect(answer.body).not.toMatch(/FST_ERR|Error|pem/);
  expect(lines.length).toBe(status < 500 ? 0 : 1);
});

it.each([
  ['nl', '/employer/'],
  ['en', '/en/employer/'],
])('shows an employer the code for a page in %s', async (language, url) => {
  const { body } = await server.inject(url);
  const code = /<pre[^>]*>(.*)<\/pre>/s.exec(body)?.[1];
  expect(code).toContain(`lang=&#34;${language}&#34;`);
});

it('serves the check page where the links of shares lead to', async () => {
  expect((await server.inject('/check')).statusCode).toBe(200);
});

describe('the back office of a school', () => {
  const withdraw = (headers: Readonly<Record<string, string>>, institution = '98AA') =>
    server.inject({
      method: 'POST',
      url: `/school/${institution}/withdraw`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: 'recordId=unknown',
    });

  it('takes no form of another site', async () => {
    expect((await withdraw({})).statusCode).toBe(403);
    expect((await withdraw({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });

  it('knows only its own schools and records', async () => {
    const own = { 'sec-fetch-site': 'same-origin' };
    expect((await withdraw(own)).statusCode).toBe(404);
    expect((await withdraw(own, '12XX')).statusCode).toBe(404);
    expect((await server.inject('/school/12XX/requests/')).statusCode).toBe(404);
  });

  it('takes no answer to a holder from another site', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/school/98AA/requests/',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
      },
      payload: 'status=done&answer=x',
    });
    expect(answer.statusCode).toBe(403);
  });
});
