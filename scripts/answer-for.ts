import type { Page } from 'playwright';

/** What answers as a register does, such as a mock register. */
interface AnsweringRegister {
  readonly url: string;
  readonly fetch: typeof fetch;
}

/** Lets a register answer what a page asks of it. */
export async function answerFor(register: AnsweringRegister, page: Page): Promise<void> {
  await page.route(`${register.url}/**`, async (route) => {
    const request = route.request();
    const body = request.postDataBuffer();
    const answer = await register.fetch(request.url(), {
      method: request.method(),
      headers: request.headers(),
      ...(body && { body: new Uint8Array(body) }),
    });
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}
