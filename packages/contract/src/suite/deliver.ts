import type { Delivery } from '../index.ts';
import { expectThat } from './expect.ts';
import type { Asker } from './subject.ts';

/** Delivers lines as the institution; text goes as it is. */
export async function deliver({ ask }: Asker, ...lines: readonly unknown[]): Promise<Delivery> {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const response = await ask('createDelivery', 201, {
    path: '/deliveries',
    method: 'POST',
    as: 'institution',
    headers: { 'content-type': 'application/x-ndjson' },
    content: `${texts.join('\n')}\n`,
  });
  const delivery: Delivery = await response.json();
  expectThat(response.headers.get('location')?.endsWith(delivery.id), 'Location has the id');
  return delivery;
}
