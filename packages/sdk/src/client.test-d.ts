import { describe, expectTypeOf, it } from 'vitest';
import type {
  Delivery,
  Diploma,
  ExtractStanding,
  List,
  NewShare,
  Page,
  ReceivedCorrectionRequest,
  Rejection,
  Share,
  Verdict,
} from './index.ts';
import { type Client, connect, createClient, type DeliveryReport, shares } from './index.ts';

const client: Client = createClient({ url: 'https://register.example/v1' });

describe('a list', () => {
  it('is a page when it is awaited, and items when it is iterated', () => {
    const { list } = client.diplomas;
    expectTypeOf(list).returns.toEqualTypeOf<List<Diploma>>();
    expectTypeOf<Awaited<List<Diploma>>>().toEqualTypeOf<Page<Diploma>>();
    const first = async () => {
      for await (const diploma of list()) return diploma;
      return undefined;
    };
    expectTypeOf(first).returns.resolves.toEqualTypeOf<Diploma | undefined>();
  });

  it('gives items that nobody may change', () => {
    expectTypeOf<Page<Share>['items']>().toEqualTypeOf<readonly Share[]>();
  });

  it('takes filters only where the contract has them', () => {
    client.programmes.list({ search: 'verpleegkunde', sector: 'mbo', limit: 10 });
    client.correctionRequests.inbox({ status: 'open' });
    // @ts-expect-error: a holder's diplomas cannot be searched
    client.diplomas.list({ search: 'havo' });
    // @ts-expect-error: there is no such sector
    client.programmes.list({ sector: 'wo' });
    // @ts-expect-error: there is no such status
    client.correctionRequests.list({ status: 'closed' });
  });
});

describe('a method', () => {
  it('gives what the contract says', () => {
    expectTypeOf(client.shares.create).returns.resolves.toEqualTypeOf<NewShare>();
    expectTypeOf(client.shares.revoke).returns.resolves.toEqualTypeOf<void>();
    expectTypeOf(client.deliveries.get).returns.resolves.toEqualTypeOf<Delivery>();
    expectTypeOf(client.deliveries.rejections).returns.toEqualTypeOf<List<Rejection>>();
    expectTypeOf(client.verifications.create).returns.resolves.toEqualTypeOf<Verdict>();
    expectTypeOf(
      client.verifications.checkExtract,
    ).returns.resolves.toEqualTypeOf<ExtractStanding>();
    expectTypeOf(client.revocationLists.get).returns.resolves.toExtend<Uint8Array>();
    expectTypeOf(client.statusLists.get).returns.resolves.toEqualTypeOf<string>();
    expectTypeOf(client.correctionRequests.inbox).returns.toEqualTypeOf<
      List<ReceivedCorrectionRequest>
    >();
  });

  it('asks for all that the register needs', () => {
    client.extracts.create({ diplomaIds: ['a'], language: 'nl' });
    // @ts-expect-error: an extract is in a language
    client.extracts.create({ diplomaIds: ['a'] });
    // @ts-expect-error: there are two languages
    client.extracts.create({ diplomaIds: ['a'], language: 'fy' });
    // @ts-expect-error: whether marks are shared is for the holder to choose
    client.shares.create({ diplomaIds: ['a'], expiresOn: '2027-01-31' });
    // @ts-expect-error: a diploma that is wrong must be named
    client.correctionRequests.create({ reason: 'wrong', text: 'Mijn naam is fout.' });
    // @ts-expect-error: admission is the only purpose
    client.diplomaLookups.create({ bsn: '999990019', purpose: 'curiosity' });
    // @ts-expect-error: a share is checked with its PIN
    client.verifications.create({ shareCode: '4VQ7-M2KD-9X0B-HR5T-PW8E' });
  });

  it('takes a key where it creates something, and nowhere else', () => {
    const idempotencyKey = 'the-same-wish-twice';
    client.extracts.create({ diplomaIds: ['a'], language: 'nl' }, { idempotencyKey });
    // @ts-expect-error: reading needs none
    client.diplomas.get('a', { idempotencyKey });
    // @ts-expect-error: withdrawing twice is withdrawing once
    client.shares.revoke('a', { idempotencyKey });
  });

  it('exists for what the contract has', () => {
    // @ts-expect-error: a diploma cannot be deleted
    client.diplomas.delete;
    // @ts-expect-error: nobody lists access records of others
    client.accessRecords.get;
  });
});

describe('a delivery', () => {
  it('takes records, text, files and streams', () => {
    type Input = Parameters<Client['deliveries']['create']>[0];
    expectTypeOf<File>().toExtend<Input>();
    expectTypeOf<ReadableStream<Uint8Array>>().toExtend<Input>();
    expectTypeOf<NodeJS.ReadableStream>().toExtend<AsyncIterable<string | Buffer>>();
    expectTypeOf<AsyncGenerator<string>>().toExtend<Input>();
    expectTypeOf<{ action: 'withdraw'; recordId: string }[]>().toExtend<Input>();
    expectTypeOf<ArrayBuffer>().not.toExtend<Input>();
    expectTypeOf<{ recordId: string }[]>().not.toExtend<Input>();
  });

  it('reports counts, parts and rejected lines', () => {
    const { create } = client.deliveries;
    expectTypeOf(create).returns.resolves.toEqualTypeOf<DeliveryReport>();
    create([], {
      onProgress: (done) => {
        expectTypeOf(done.through).toEqualTypeOf<number>();
        // @ts-expect-error: the rejected lines come with the report
        done.rejections;
      },
    });
  });
});

describe('what a client is made of', () => {
  it('has an address, and a token or who gives it', () => {
    createClient({ url: 'https://register.example/v1', accessToken: async () => 'token' });
    // @ts-expect-error: where is the register?
    createClient({ accessToken: 'token' });
    // @ts-expect-error: a token is text
    createClient({ url: 'https://register.example/v1', accessToken: async () => undefined });
    // @ts-expect-error: times are in milliseconds
    createClient({ url: 'https://register.example/v1', timeout: '30s' });
  });

  it('can be had in parts', () => {
    const part = shares(connect({ url: 'https://register.example/v1' }));
    expectTypeOf(part).toEqualTypeOf<Client['shares']>();
    // @ts-expect-error: a part needs a connection, not the options for one
    shares({ url: 'https://register.example/v1' });
  });
});
