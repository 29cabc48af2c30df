import type { Delivery, Rejection } from '@diplomaregister/contract';
import type { Connection } from '../connection.ts';
import { DeliveryInterruptedError } from '../errors.ts';
import type { List, ListOptions } from '../list.ts';
import { list } from '../list.ts';
import type { RequestOptions } from '../request.ts';
import { ask, get, readJson } from '../request.ts';
import { splitIntoParts } from './lines.ts';
import type { DeliveryInput } from './read-lines.ts';
import type { DeliveryCounts, DeliveryReport } from './report.ts';
import { countParts } from './report.ts';

export interface DeliveryOptions extends RequestOptions {
  /** Called after each part that the register has stored. */
  readonly onProgress?: ((done: DeliveryCounts) => void) | undefined;
  /** Goes on after this line of the input, where a delivery stopped: the `through` of its report. */
  readonly after?: number | undefined;
}

export interface Deliveries {
  /**
   * Registers, corrects and withdraws diplomas. The lines are sent in parts of at most 10,000, one
   * after the other, each stored as a whole when the register has answered. Sending the same lines
   * again changes nothing, and what was withdrawn stays withdrawn: another line for it is rejected
   * (`record-withdrawn`).
   *
   * @throws {@link DeliveryInterruptedError} when a part fails, the input breaks off or the signal
   *   is aborted: it carries what was stored before.
   */
  create(lines: DeliveryInput, options?: DeliveryOptions): Promise<DeliveryReport>;
  /** What became of a part that was delivered, by the id in `parts` of its report. */
  get(id: string, options?: RequestOptions): Promise<Delivery>;
  /** The rejected lines of such a part; `line` counts from 1 within the part. */
  rejections(id: string, options?: ListOptions): List<Rejection>;
}

export function deliveries(connection: Connection): Deliveries {
  const pathOf = (id: string) => `/deliveries/${encodeURIComponent(id)}`;
  const rejectionsOf = (id: string, options?: ListOptions) =>
    list<Rejection>(connection, `${pathOf(id)}/rejections`, options);
  return {
    async create(lines, { after = 0, onProgress, signal } = {}) {
      const parts: Delivery[] = [];
      const rejections: Rejection[] = [];
      let through = after;
      const report = () => ({ ...countParts(parts, through), parts, rejections });
      try {
        for await (const { numbers, text } of splitIntoParts(lines, after)) {
          const delivery = await send(connection, text, { signal });
          parts.push(delivery);
          if (delivery.rejected > 0) {
            for await (const rejection of rejectionsOf(delivery.id, { signal })) {
              const line = numbers[rejection.line - 1] ?? rejection.line;
              rejections.push({ ...rejection, line });
            }
          }
          through = numbers.at(-1) ?? through;
          onProgress?.(countParts(parts, through));
        }
      } catch (cause) {
        throw new DeliveryInterruptedError(report(), cause);
      }
      return report();
    },
    get: (id, options) => get(connection, pathOf(id), options),
    rejections: rejectionsOf,
  };
}

function send(connection: Connection, body: string, options: RequestOptions): Promise<Delivery> {
  // It may be repeated: a line that was stored already changes nothing.
  const headers = { 'content-type': 'application/x-ndjson' };
  return connection.send(
    ask('POST', '/deliveries', options, { headers, body }),
    readJson<Delivery>,
  );
}
