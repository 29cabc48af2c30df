import { verifyStatusList } from '@diplomaregister/seal/verify';
import type { TestRegister } from './start-register.ts';

/** How a place in a status list stands, as a verifier outside learns it; else why it does not. */
export async function statusAt(
  { clock, register, server }: TestRegister,
  place: { readonly statusList: number; readonly statusIndex: number },
): Promise<string> {
  const { authority } = register.keys.status;
  const revocationList = await register.revocationLists.get(authority.keyId);
  const path = `/v1/status-lists/${place.statusList}`;
  const report = await verifyStatusList((await server.inject(path)).body, {
    uri: `${register.configuration.url}${path}`,
    anchors: [authority.certificate],
    ...(revocationList && { revocationLists: [revocationList] }),
    now: clock.now(),
  });
  return report.outcome === 'valid' ? report.statusAt(place.statusIndex) : report.reason;
}
