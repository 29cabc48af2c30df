import { randomUUID } from 'node:crypto';
import { dayInTheNetherlands } from '../calendar/today.ts';
import { answeredInstitutions } from '../institutions/successors.ts';
import { demandAllKeys } from '../keys/demand-all-keys.ts';
import type { Register } from '../register.ts';
import { endOfTerm, monthOf } from '../retention/terms.ts';
import type { DeliveryRow } from '../store/schema.ts';
import { applyByInstitution } from './apply-by-institution.ts';
import type { AcceptedLine, RejectedLine } from './parse-line.ts';
import { readLines } from './read-lines.ts';
import { storeRejections } from './rejections.ts';

/**
 * Takes a delivery of NDJSON lines from an institution. All that is accepted is stored in one
 * transaction; the answer is given when it is durable.
 *
 * @throws {Problem} when the delivery is too long as a whole, or `unavailable`; nothing is stored then.
 */
export function receiveDelivery(
  register: Register,
  institution: string,
  body: AsyncIterable<Uint8Array>,
): Promise<DeliveryRow> {
  return register.deliveryTurns.read(institution, () => readAndStore(register, institution, body));
}

async function readAndStore(
  register: Register,
  institution: string,
  body: AsyncIterable<Uint8Array>,
): Promise<DeliveryRow> {
  const { configuration, database, deliveryTurns, lineParser, now, reference } = register;
  const receivedAt = now();
  const context = {
    institution,
    answeredInstitutions: await answeredInstitutions(database, institution),
    reference,
    today: dayInTheNetherlands(receivedAt),
    firstMonth: monthOf(endOfTerm('diplomas', configuration.retention, receivedAt)),
  };
  const accepted: AcceptedLine[] = [];
  const rejected: RejectedLine[] = [];
  for await (const raw of readLines(body)) {
    const line = lineParser(raw, context);
    if (line.outcome === 'accepted') accepted.push(line);
    else rejected.push(line);
  }

  return deliveryTurns.store(institution, () =>
    database.transaction().execute(async (transaction) => {
      const applied = await applyByInstitution(transaction, register, {
        institution,
        receivedAt,
        accepted,
      });
      const rejections = [...rejected, ...applied.rejected];
      const delivery: DeliveryRow = {
        id: randomUUID(),
        institution,
        receivedAt,
        lines: accepted.length + rejected.length,
        ...applied.counts,
        rejected: rejections.length,
      };
      await transaction.insertInto('deliveries').values(delivery).execute();
      await storeRejections(transaction, register, delivery.id, rejections);
      // Last: whoever has a key that came into use meanwhile adds the same people under that one.
      demandAllKeys(register);
      return delivery;
    }),
  );
}
