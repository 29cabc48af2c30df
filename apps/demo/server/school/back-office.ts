import { join } from 'node:path';
import type { DeliveryLine, RegisterLine } from '@diplomaregister/contract';
import { createClient, type DeliveryReport } from '@diplomaregister/sdk';
import type { Configuration } from '../configuration.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { openRecords, type SchoolRecord } from './records.ts';
import type { School } from './school.ts';
import { schoolTokens } from './school-token.ts';

export interface NameChange {
  readonly givenNames: string;
  readonly prefix: string;
  readonly familyName: string;
}

/** What a school's staff can do. Each change goes to the register first, then into the records. */
export interface BackOffice {
  readonly school: School;
  records(): Promise<readonly SchoolRecord[]>;
  deliver(line: RegisterLine): Promise<DeliveryReport>;
  /** @returns nothing when the school has no such record. */
  correctName(recordId: string, name: NameChange): Promise<DeliveryReport | undefined>;
  /** @returns nothing when the school has no such record. */
  withdraw(recordId: string): Promise<DeliveryReport | undefined>;
  readonly inbox: Inbox;
}

export function openBackOffice(school: School, configuration: Configuration): BackOffice {
  const { registerApi, identityUrl, schoolsFolder } = configuration;
  const folder = join(schoolsFolder, school.institution);
  const records = openRecords(folder);
  const accessToken = schoolTokens({
    identityUrl,
    registerApi,
    clientId: school.clientId,
    keyFile: join(folder, 'key.pem'),
  });
  const register = createClient({ url: registerApi, accessToken });

  async function send(line: DeliveryLine, record: SchoolRecord): Promise<DeliveryReport> {
    const report = await register.deliveries.create([line]);
    if (report.rejected === 0) await records.put(record);
    return report;
  }

  async function change(
    recordId: string,
    toDelivery: (record: SchoolRecord) => Promise<DeliveryReport>,
  ): Promise<DeliveryReport | undefined> {
    const record = await records.find(recordId);
    return record && toDelivery(record);
  }

  return {
    school,
    records: () => records.all(),
    deliver: (line) => send(line, { line, withdrawn: false }),
    correctName: (recordId, name) =>
      change(recordId, ({ line, withdrawn }) => {
        const corrected = { ...line, holder: renamed(line.holder, name) };
        // What was withdrawn stays so: the register takes the same name and no other.
        return send(corrected, { line: corrected, withdrawn });
      }),
    withdraw: (recordId) =>
      change(recordId, ({ line }) =>
        send({ action: 'withdraw', recordId }, { line, withdrawn: true }),
      ),
    inbox: openInbox(register),
  };
}

function renamed(
  { prefix: _before, ...holder }: RegisterLine['holder'],
  { givenNames, prefix, familyName }: NameChange,
): RegisterLine['holder'] {
  return { ...holder, givenNames, ...(prefix !== '' && { prefix }), familyName };
}
