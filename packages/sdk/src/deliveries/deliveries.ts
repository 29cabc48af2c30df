import type { Delivery, Rejection } from '@diplomaregister/contract';
import type { Connection } from '../connection.ts';
import { DeliveryInterruptedError } from '../errors.ts';
import { list } from '../list.ts';
import type { RequestOptions } from '../request.ts';
import { readJson } from '../request.ts';
import type { DeliveryInput } from './lines.ts';
import { splitIntoParts } from './lines.ts';
import type { DeliveryCounts, DeliveryReport } from './report.ts';
import { countParts } from './report.ts';

export interface DeliveryOptions extends RequestOptions {
  /** Called after each part that the register has stored. */
  readonly onProgress?: ((done: DeliveryCounts) => void) | undefined;
}

export interface Deliveries {
  /**
   * Registers, corrects and withdraws diplomas. The lines are sent in parts of at most 10,000, one
   * after the other, each stored as a whole when the register has answered. Sending the same lines
   * again changes nothing.
   *
   * @throws {@link DeliveryInterruptedError} when a part fails, the input breaks off or the signal
   *   is aborted: it carries what was stored before.
   */
  create(lines: DeliveryInput, options?: DeliveryOptions): Promise<DeliveryReport>;
}

export function deliveries(connection: Connection): Deliveries {
  return {
    async create(lines, { onProgress, signal } = {}) {
      const parts: Delivery[] = [];
      const rejections: Rejection[] = [];
      const report = () => ({ ...countParts(parts), parts, rejections });
      try {
        for await (const { numbers, text } of splitIntoParts(lines)) {
          const delivery = await send(connection, text, signal);
          parts.push(delivery);
          if (delivery.rejected > 0) {
            const path = `/deliveries/${encodeURIComponent(delivery.id)}/rejections`;
            for await (const rejection of list<Rejection>(connection, path, { signal })) {
              const line = numbers[rejection.line - 1] ?? rejection.line;
              rejections.push({ ...rejection, line });
            }
          }
          onProgress?.(countParts(parts));
        }
      } catch (cause) {
        throw new DeliveryInterruptedError(report(), cause);
      }
      return report();
    },
  };
}

function send(
  connection: Connection,
  body: string,
  signal: AbortSignal | undefined,
): Promise<Delivery> {
  return connection.send(
    {
      method: 'POST',
      path: '/deliveries',
      accept: 'application/json',
      authorized: true,
      // A line that was stored already changes nothing.
      repeatable: true,
      headers: { 'content-type': 'application/x-ndjson' },
      body,
      signal,
    },
    readJson<Delivery>,
  );
}
