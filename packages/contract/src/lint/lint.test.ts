import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lint } from './lint.ts';

const root = new URL('../../', import.meta.url);
const contract = await readFile(new URL('openapi.yaml', root), 'utf8');
const rules = Object.keys(parse(await readFile(new URL('spectral.yaml', root), 'utf8')).rules);

describe('the contract', () => {
  it('keeps every rule', async () => {
    expect(await lint(contract)).toEqual([]);
  }, 30_000);
});

describe('the rules', () => {
  /** Breaks every rule, each at a place of its own. */
  function breakContract(): string {
    const document = parse(contract);
    const { paths } = document;
    const { schemas } = document.components;
    delete document.info.contact.email;
    document.info.version = '1.0';
    document.servers = [{ url: '/v1.2' }];
    paths['/shares/'] = paths['/shares'];
    paths['/DiplomaList'] = paths['/diplomas'];
    paths['/exports.json'] = structuredClone(paths['/statistics']);
    paths['/statistics'].trace = structuredClone(paths['/statistics'].get);
    delete paths['/statistics'].get.operationId;
    delete paths['/trust-anchors'].get.responses.default;
    delete paths['/trust-anchors'].get.summary;
    delete paths['/trust-anchors'].get.responses['200'].headers;
    delete paths['/verifications'].post.responses['400'];
    delete paths['/status-lists/{listId}'].get.responses['400'];
    delete paths['/extracts'].get.responses['401'];
    const query = { in: 'query', schema: { type: 'string' } };
    paths['/diplomas'].get.parameters.push({ name: 'sort_by', ...query });
    paths['/diplomas'].get.parameters.push({ name: 'bsn', ...query });
    paths['/deliveries'].post.responses['413'] = {
      description: 'Too large.',
      headers: { 'API-Version': {} },
      content: { 'text/html': {} },
    };
    schemas.Problem.required = ['type', 'title', 'status'];
    schemas.Share.properties.times_opened = { type: 'integer' };
    schemas.Share.properties.expiryDate = { type: 'string', format: 'date-time' };
    schemas.Delivery.properties.finishedAt = { type: 'string', format: 'date' };
    return JSON.stringify(document);
  }

  it('bite, each of them', async () => {
    const broken = new Set((await lint(breakContract())).map(({ rule }) => rule));
    const apart = ['info-contact-present'];
    expect(rules.filter((rule) => !broken.has(rule) && !apart.includes(rule))).toEqual([]);
  }, 30_000);

  it('miss the contact when there is none', async () => {
    const { contact: _contact, ...info } = parse(contract).info;
    const breaches = await lint(JSON.stringify({ ...parse(contract), info }));
    expect(breaches).toEqual([{ rule: 'info-contact-present', at: 'info' }]);
  }, 30_000);
});
