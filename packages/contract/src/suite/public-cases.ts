import type {
  Coverage,
  ListedInstitution,
  ListedProgramme,
  Statistics,
  TrustAnchors,
} from '../index.ts';
import type { ContractCase } from './cases.ts';
import { expectSame, expectThat } from './expect.ts';
import { readList } from './read-list.ts';

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
    name: 'anyone learns which kinds are in the register',
    async run({ ask }) {
      const response = await ask('getCoverage', 200, { path: '/coverage' });
      const { kinds }: Coverage = await response.json();
      expectSame(new Set(kinds.map(({ kind }) => kind)).size, kinds.length, 'each kind comes once');
    },
  },
  {
    name: 'anyone finds institutions, by name and by sector, page by page',
    async run(asker) {
      const path = '/institutions';
      const all = await readList<ListedInstitution>(asker, 'listInstitutions', { path }, 2);
      expectSame(new Set(all.map(({ code }) => code)).size, all.length, 'each comes once');
      const [first] = all;
      expectThat(first, 'there are institutions');
      const search = encodeURIComponent(first.name.toUpperCase());
      const [sector = 'vo'] = first.sectors;
      const found = await readList<ListedInstitution>(asker, 'listInstitutions', {
        path: `/institutions?search=${search}&sector=${sector}`,
      });
      expectThat(
        found.some(({ code }) => code === first.code),
        'an institution is found by its name',
      );
      const none = await readList(asker, 'listInstitutions', {
        path: '/institutions?search=no-such-school',
      });
      expectSame(none, [], 'what is found by a name that nobody has');
    },
  },
  {
    name: 'anyone finds programmes, by name and by sector, page by page',
    async run(asker) {
      const path = '/programmes?sector=vo';
      const all = await readList<ListedProgramme>(asker, 'listProgrammes', { path });
      expectThat(all.length > 0, 'there are programmes of secondary education');
      expectThat(
        all.every(({ sector }) => sector === 'vo'),
        'only those of the sector are found',
      );
    },
  },
  {
    name: 'a search for nothing, in a sector or a page that is none, is invalid',
    async run({ ask }) {
      for (const query of ['search=', 'sector=wo', 'limit=101', 'cursor=']) {
        await ask('listInstitutions', 400, { path: `/institutions?${query}` });
        await ask('listProgrammes', 400, { path: `/programmes?${query}` });
      }
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
  {
    name: 'an extract that was never issued is none, and a hash that is none is invalid',
    async run({ ask }) {
      const question = { path: '/verifications', method: 'POST' } as const;
      const content = { extractNumber: 'DR-7K3M-9QXA-T2VD-H', sha256: '0'.repeat(64) };
      const response = await ask('createVerification', 200, { ...question, content });
      const { outcome, ...rest } = await response.json();
      expectSame(outcome, 'not-an-extract', 'the outcome of no extract');
      expectSame(Object.keys(rest), ['checkedAt'], 'what is told beside');
      const wrong = { ...content, sha256: 'abc' };
      await ask('createVerification', 400, { ...question, content: wrong });
      const both = { ...content, shareCode: '0000-0000-0000-0000-0000', pin: '000000' };
      await ask('createVerification', 400, { ...question, content: both });
    },
  },
];
