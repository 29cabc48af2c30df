import type { Page } from 'playwright';

/** A file as a checker has it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Gives a file to `<diploma-verify>`; again when a verdict is on show. */
export async function giveFile(
  page: Page,
  { name, bytes }: GivenFile,
  mimeType = 'application/pdf',
): Promise<void> {
  const again = page.getByRole('button', { name: 'Controleer nog een diploma' });
  if (await again.isVisible()) await again.click();
  const input = page.locator('diploma-verify input[type=file]');
  await input.setInputFiles({ name, mimeType, buffer: bytes });
}

/** The heading of the verdict, once there is one. */
export async function verdictTitle(page: Page): Promise<string> {
  const title = page.locator('diploma-verify .verdict-title');
  await title.waitFor();
  return (await title.textContent())?.trim() ?? '';
}

/** Gives an extract and tells what the verdict is. */
export async function checkFile(page: Page, bytes: Buffer): Promise<string> {
  await giveFile(page, { name: 'uittreksel.pdf', bytes });
  return verdictTitle(page);
}

/** Types a PIN for the code that a link brought along, and tells what the verdict is. */
export async function checkPin(page: Page, pin: string): Promise<string> {
  await page.getByLabel('Pincode').fill(pin);
  await page.getByRole('button', { name: 'Controleer', exact: true }).click();
  return verdictTitle(page);
}
