import { Agent, request } from 'node:http';
import type { Delivery } from '@diplomaregister/contract';
import type { DeliveryPart, Population } from '../src/population/population.ts';
import type { RegisterProcess } from './register-process.ts';

export interface DeliveringOptions {
  /** How many institutions deliver at once. */
  readonly senders: number;
  /** Institutions that have delivered all they have, from an earlier run. */
  readonly done: ReadonlySet<string>;
  /** Told after each part. */
  onPart(delivery: Delivery): Promise<void>;
  /** Told when an institution has delivered all. */
  onInstitution(code: string): void;
}

/**
 * Delivers a population over HTTP as institutions do: each its own parts, one after the other, with
 * its own token.
 */
export async function deliverPopulation(
  { tokens, url }: Pick<RegisterProcess, 'tokens' | 'url'>,
  population: Population,
  { done, onInstitution, onPart, senders }: DeliveringOptions,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  const waiting = population.institutions.filter((code) => !done.has(code)).values();

  async function send(): Promise<void> {
    for (const institution of waiting) {
      for (const part of population.parts(institution)) {
        const token = await tokens.institution(institution);
        const delivery = await post(agent, `${url}/v1/deliveries`, token, part);
        if (delivery.registered + delivery.unchanged !== part.lines) {
          throw new Error(`A delivery was not taken in whole: ${JSON.stringify(delivery)}`);
        }
        await onPart(delivery);
      }
      onInstitution(institution);
    }
  }

  await Promise.all(Array.from({ length: senders }, send));
  agent.destroy();
}

function post(agent: Agent, url: string, token: string, part: DeliveryPart): Promise<Delivery> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-ndjson',
    };
    const call = request(url, { agent, method: 'POST', headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body += text;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 201) resolve(JSON.parse(body) as Delivery);
        else reject(new Error(`A delivery was refused: ${response.statusCode} ${body}`));
      });
    });
    call.on('error', reject);
    call.end(part.body);
  });
}
