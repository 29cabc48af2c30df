import type { Statistics, TrustAnchors } from '../index.ts';
import type { ContractCase } from './cases.ts';
import { expectSame, expectThat } from './expect.ts';

export const publicCases: readonly ContractCase[] = [
  {
    name: 'anyone sees the counts',
    async run({ ask }) {
      const response = await ask('getStatistics', 200, { path: '/statistics' });
      const { diplomas }: Statistics = await response.json();
      const sum = diplomas.bySectorAndYear.reduce((total, { count }) => total + count, 0);
      expectSame(sum, diplomas.total, 'the counts by sector and year add up');
    },
  },
  {
    name: 'anyone gets the anchors, and a revocation list of each',
    async run({ ask }) {
      const response = await ask('getTrustAnchors', 200, { path: '/trust-anchors' });
      const { seal, status, timestamp }: TrustAnchors = await response.json();
      for (const { keyId } of [...seal, ...timestamp, ...status]) {
        const list = await ask('getRevocationList', 200, { path: `/revocation-lists/${keyId}` });
        const [tag] = new Uint8Array(await list.arrayBuffer());
        expectSame(tag, 0x30, 'a revocation list is DER');
      }
    },
  },
  {
    name: 'a revocation list that is not there is not found, a key id that is none invalid',
    async run({ ask }) {
      await ask('getRevocationList', 404, { path: `/revocation-lists/${'0'.repeat(40)}` });
      await ask('getRevocationList', 400, { path: '/revocation-lists/NOT-HEX' });
    },
  },
  {
    name: 'anyone gets a status list, and asks whether it changed',
    async run({ ask }) {
      const path = '/status-lists/0';
      const response = await ask('getStatusList', 200, { path });
      expectSame((await response.text()).split('.').length, 3, 'a status list is a signed JWT');
      const etag = response.headers.get('etag');
      expectThat(etag, 'a status list has an ETag');
      await ask('getStatusList', 304, { path, headers: { 'if-none-match': etag } });
    },
  },
  {
    name: 'a status list that is not there is not found, a number that is none invalid',
    async run({ ask }) {
      await ask('getStatusList', 404, { path: '/status-lists/2147483647' });
      await ask('getStatusList', 400, { path: '/status-lists/first' });
    },
  },
  {
    name: 'a verification with anything but a code and a PIN is invalid',
    async run({ ask }) {
      const question = { path: '/verifications', method: 'POST' } as const;
      await ask('createVerification', 400, { ...question, content: {} });
      await ask('createVerification', 400, { ...question, content: 'no JSON' });
      const secrets = { shareCode: '0000-0000-0000-0000-0000', pin: '000000' };
      await ask('createVerification', 400, { ...question, content: { ...secrets, bsn: '1' } });
      const response = await ask('createVerification', 200, { ...question, content: secrets });
      expectSame((await response.json()).outcome, 'share-unknown', 'the outcome of no share');
    },
  },
];
