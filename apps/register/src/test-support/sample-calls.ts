import { createHash, randomUUID } from 'node:crypto';
import type { CorrectionRequest } from '@diplomaregister/contract';
import { contractOperations, type Operation, type OperationId } from '../contract/operations.ts';
import { diplomasOf } from './calls.ts';
import { deliver, registerLine, testBsn } from './deliver.ts';
import { postAsHolder, share, verifyShare } from './post.ts';
import type { TestRegister } from './start-register.ts';

/** A good call of an operation. */
export interface SampleCall {
  /** Below the register's address, with the version. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | object;
  /** The status of the answer to whoever may call it. */
  readonly status: 200 | 201 | 204;
}

/** The holder, and the institution, to whom everything in the sample calls belongs. */
export const sampleHolder = testBsn(1);
export const sampleInstitution = '98AA';

/**
 * Fills a register with two of everything, and gives a good call of every operation. The compiler
 * sees that none is missing.
 */
export async function createSampleCalls(
  register: TestRegister,
): Promise<Readonly<Record<OperationId, SampleCall>>> {
  const bsn = sampleHolder;
  const line = registerLine('one', { bsn });
  const delivery = await deliver(register, [
    line,
    registerLine('two', { bsn }, { awardedOn: '2022-07-06' }),
    { action: 'withdraw', recordId: 'none' },
    { action: 'withdraw', recordId: 'nothing' },
  ]);
  const diplomaIds = (await diplomasOf(register, bsn)).map(({ id }) => id).slice(0, 1);
  const [diplomaId] = diplomaIds;
  const language = 'nl';
  await postAsHolder(register, bsn, '/v1/extracts', { diplomaIds, language });
  const extract = await postAsHolder(register, bsn, '/v1/extracts', { diplomaIds, language });
  await share(register, bsn, { diplomaIds });
  const opened = await share(register, bsn, { diplomaIds, receiver: 'Bakkerij Zeezicht' });
  for (let times = 0; times < 2; times += 1) await verifyShare(register, opened);
  const correction = { reason: 'wrong', diplomaId, text: 'Mijn naam is verkeerd.' };
  const url = '/v1/correction-requests';
  await postAsHolder(register, bsn, url, correction);
  const { id: correctionId } = (
    await postAsHolder(register, bsn, url, correction)
  ).json<CorrectionRequest>();
  const { authority } = register.register.keys.seal;
  const once = () => ({ 'idempotency-key': randomUUID() });
  return {
    getCoverage: { url: '/v1/coverage', status: 200 },
    getStatistics: { url: '/v1/statistics', status: 200 },
    getTrustAnchors: { url: '/v1/trust-anchors', status: 200 },
    getRevocationList: { url: `/v1/revocation-lists/${authority.keyId}`, status: 200 },
    getStatusList: { url: '/v1/status-lists/0', status: 200 },
    listInstitutions: { url: '/v1/institutions?search=9', status: 200 },
    listProgrammes: { url: '/v1/programmes?search=e', status: 200 },
    createVerification: {
      url: '/v1/verifications',
      payload: {
        extractNumber: extract.headers['extract-number'],
        sha256: createHash('sha256').update(extract.rawPayload).digest('hex'),
      },
      status: 200,
    },
    listDiplomas: { url: '/v1/diplomas', status: 200 },
    getDiploma: { url: `/v1/diplomas/${diplomaId}`, status: 200 },
    listExtracts: { url: '/v1/extracts', status: 200 },
    createExtract: {
      url: '/v1/extracts',
      headers: once(),
      payload: { diplomaIds, language },
      status: 201,
    },
    listShares: { url: '/v1/shares', status: 200 },
    createShare: {
      url: '/v1/shares',
      headers: once(),
      payload: { diplomaIds, expiresOn: '2026-12-31', marks: true, receiver: 'Bakkerij Zeezicht' },
      status: 201,
    },
    revokeShare: { url: `/v1/shares/${opened.share.id}`, status: 204 },
    listAccessRecords: { url: '/v1/access-records', status: 200 },
    listCorrectionRequests: { url: '/v1/correction-requests', status: 200 },
    createCorrectionRequest: { url, headers: once(), payload: correction, status: 201 },
    updateCorrectionRequest: {
      url: `${url}/${correctionId}`,
      payload: { status: 'in-progress' },
      status: 200,
    },
    createDiplomaLookup: {
      url: '/v1/diploma-lookups',
      payload: { bsn, purpose: 'admission' },
      status: 200,
    },
    createDelivery: {
      url: '/v1/deliveries',
      headers: { 'content-type': 'application/x-ndjson' },
      payload: `${JSON.stringify(line)}\n`,
      status: 201,
    },
    getDelivery: { url: `/v1/deliveries/${delivery.id}`, status: 200 },
    listRejections: { url: `/v1/deliveries/${delivery.id}/rejections`, status: 200 },
  };
}

/** A token of whom everything in the sample calls belongs to, for an operation that needs one. */
export async function sampleToken(
  { tokens }: Pick<TestRegister, 'tokens'>,
  { security: [first] }: Operation,
): Promise<string | undefined> {
  switch (first?.scheme) {
    case 'holder':
      return tokens.holder(sampleHolder);
    case 'institution':
      return tokens.institution(sampleInstitution);
    case undefined:
      return undefined;
  }
}

/** Makes a sample call, with this token. */
export async function callSample(
  { server }: Pick<TestRegister, 'server'>,
  { method }: Operation,
  { headers, payload, url }: SampleCall,
  token?: string,
  more: Readonly<Record<string, string>> = {},
) {
  return server.inject({
    method: method as 'GET',
    url,
    headers: {
      ...headers,
      ...more,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(payload !== undefined && { payload }),
  });
}

/** The operation with this id. */
export function operationOf(id: OperationId): Operation {
  const operation = contractOperations.find((each) => each.id === id);
  if (operation === undefined) throw new Error(`The contract has no operation ${id}.`);
  return operation;
}
