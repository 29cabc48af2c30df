import type { Diploma, Rejection } from '@diplomaregister/contract';
import type { TestRegister } from './start-register.ts';

/** Asks for something as the holder with this BSN. */
export async function getAsHolder({ server, tokens }: TestRegister, bsn: string, url: string) {
  const authorization = `Bearer ${await tokens.holder(bsn)}`;
  return server.inject({ url, headers: { authorization } });
}

/** Asks for something as an institution. */
export async function getAsInstitution(
  { server, tokens }: TestRegister,
  institution: string,
  url: string,
) {
  const authorization = `Bearer ${await tokens.institution(institution)}`;
  return server.inject({ url, headers: { authorization } });
}

/** The diplomas of the holder with this BSN. */
export async function diplomasOf(register: TestRegister, bsn: string): Promise<Diploma[]> {
  const response = await getAsHolder(register, bsn, '/v1/diplomas');
  return response.json<{ items: Diploma[] }>().items;
}

/** The rejected lines of a delivery. */
export async function rejectionsOf(
  register: TestRegister,
  deliveryId: string,
  institution = '98AA',
): Promise<Rejection[]> {
  const url = `/v1/deliveries/${deliveryId}/rejections`;
  const response = await getAsInstitution(register, institution, url);
  return response.json<{ items: Rejection[] }>().items;
}
