import type { Locator } from 'playwright';
import type { DemoPage } from './demo.ts';

/** A record in the back office of a school. */
export interface WantedRecord {
  readonly institution: string;
  readonly name: string;
  readonly programme: string;
}

async function openRecord(page: DemoPage, wanted: WantedRecord): Promise<Locator> {
  await page.goto(`/school/${wanted.institution}/`);
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: wanted.name }) })
    .filter({ hasText: wanted.programme });
}

/** The school takes a diploma back. */
export async function withdraw(page: DemoPage, wanted: WantedRecord): Promise<void> {
  const record = await openRecord(page, wanted);
  await record.getByText('Trek in', { exact: true }).click();
  await record.getByRole('button', { name: 'Ja, trek dit diploma in' }).click();
  await page.getByRole('heading', { name: 'Het register heeft het aangenomen' }).waitFor();
}

/** The school corrects the family name on a diploma. */
export async function correctFamilyName(
  page: DemoPage,
  wanted: WantedRecord,
  familyName: string,
): Promise<void> {
  const record = await openRecord(page, wanted);
  await record.getByText('Verbeter de naam').click();
  await record.getByLabel('Achternaam').fill(familyName);
  await record.getByRole('button', { name: 'Lever de verbetering aan' }).click();
  await page.getByRole('heading', { name: 'Het register heeft het aangenomen' }).waitFor();
}
