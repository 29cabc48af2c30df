import { randomUUID } from 'node:crypto';
import type { NewShare, ShareRequest, Verdict } from '@diplomaregister/contract';
import type { TestRegister } from './start-register.ts';

/** Sends JSON as the holder with this BSN, by default under a new idempotency key. */
export async function postAsHolder(
  { server, tokens }: Pick<TestRegister, 'server' | 'tokens'>,
  bsn: string,
  url: string,
  body: object,
  key: string = randomUUID(),
) {
  const authorization = `Bearer ${await tokens.holder(bsn)}`;
  return server.inject({
    method: 'POST',
    url,
    headers: { authorization, 'idempotency-key': key },
    payload: body,
  });
}

/** Sends JSON as an institution. */
export async function sendAsInstitution(
  { server, tokens }: Pick<TestRegister, 'server' | 'tokens'>,
  institution: string,
  method: 'POST' | 'PATCH',
  url: string,
  body: object,
) {
  const authorization = `Bearer ${await tokens.institution(institution)}`;
  return server.inject({ method, url, headers: { authorization }, payload: body });
}

/** Shares diplomas until the end of the year, with marks, unless told otherwise. */
export async function share(
  register: TestRegister,
  bsn: string,
  request: Partial<ShareRequest> & Pick<ShareRequest, 'diplomaIds'>,
): Promise<NewShare> {
  const body = { expiresOn: '2026-12-31', marks: true, ...request };
  const response = await postAsHolder(register, bsn, '/v1/shares', body);
  if (response.statusCode !== 201) throw new Error(`The share was refused: ${response.body}`);
  return response.json<NewShare>();
}

/** Tries a share, as somebody at an address of their own. */
export async function verifyShare(
  { server }: TestRegister,
  { code, pin }: Pick<NewShare, 'code' | 'pin'>,
): Promise<Verdict> {
  const response = await server.inject({
    method: 'POST',
    url: '/v1/verifications',
    // Addresses of IPv6 count by their network.
    remoteAddress: `2001:db8:${randomUUID().slice(0, 4)}::1`,
    payload: { shareCode: code, pin },
  });
  if (response.statusCode !== 200) throw new Error(`The check was refused: ${response.body}`);
  return response.json<Verdict>();
}
