import type { Register } from '../register.ts';
import type { DeliveryRow } from '../store/schema.ts';

/** A delivery of this institution; that of another one is not to be found. */
export async function findDelivery(
  { database }: Pick<Register, 'database'>,
  institution: string,
  id: string,
): Promise<DeliveryRow | undefined> {
  return database
    .selectFrom('deliveries')
    .selectAll()
    .where('id', '=', id)
    .where('institution', '=', institution)
    .executeTakeFirst();
}
