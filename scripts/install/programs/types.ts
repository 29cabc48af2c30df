import type { DeliveryLine } from '@diplomaregister/contract';
import { exampleDiplomas } from '@diplomaregister/contract/examples';
import { ApiError, createClient, type Diploma, type List } from '@diplomaregister/sdk';
import { createVerifier, reasons, type Verdict, verify } from '@diplomaregister/sdk/verify';
import { verifySeal } from '@diplomaregister/seal/verify';

export async function use(file: Blob): Promise<string> {
  const url = 'https://register.example/v1';
  const register = createClient({ url, accessToken: () => 'token' });
  const list: List<Diploma> = register.diplomas.list({ limit: 2 });
  for await (const { programme } of list) console.log(programme.name);
  const lines: DeliveryLine[] = [{ action: 'withdraw', recordId: 'a' }];
  await register.deliveries.create(lines).catch((error: unknown) => {
    if (error instanceof ApiError) console.log(error.code, error.errors[0]?.detail);
  });
  await createVerifier({ register: url }).verify(file);
  const verdict: Verdict = await verify(file, { register: url });
  const names = verdict.checks.map(({ name }) => name);
  switch (verdict.outcome) {
    case 'genuine':
      return verdict.diplomas.map(({ diploma }) => diploma.programme.name).join();
    case 'altered':
      // @ts-expect-error: what was altered has no content
      return verdict.diplomas.join();
    default:
      return [...names, Object.keys(reasons), exampleDiplomas.vwo.id, typeof verifySeal].join();
  }
}
