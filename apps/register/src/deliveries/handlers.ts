import type { Readable } from 'node:stream';
import type { Delivery } from '@diplomaregister/contract';
import { institutionOf } from '../access/caller.ts';
import type { Handlers } from '../contract/handlers.ts';
import { basePath } from '../http/base-path.ts';
import { linkNext } from '../pages/pages.ts';
import { Problem } from '../problems/problem.ts';
import type { DeliveryRow } from '../store/schema.ts';
import { findDelivery } from './find-delivery.ts';
import { receiveDelivery } from './receive-delivery.ts';
import { listRejections } from './rejections.ts';

type DeliveryOperation = 'createDelivery' | 'getDelivery' | 'listRejections';

export const handlers: Handlers<DeliveryOperation> = {
  async createDelivery(register, request, reply) {
    const body = (request.body ?? []) as Readable;
    const delivery = await receiveDelivery(register, institutionOf(request), body);
    register.metrics.deliveryReceived(delivery);
    reply
      .code(201)
      .header('Location', `${register.configuration.url}${basePath}/deliveries/${delivery.id}`);
    return toDelivery(delivery);
  },

  async getDelivery(register, request) {
    const delivery = await findDelivery(register, institutionOf(request), request.params.id);
    if (delivery === undefined) throw new Problem('not-found');
    return toDelivery(delivery);
  },

  async listRejections(register, request, reply) {
    const delivery = await findDelivery(register, institutionOf(request), request.params.id);
    if (delivery === undefined) throw new Problem('not-found');
    const page = await listRejections(register, delivery.id, request.query);
    linkNext(request, reply, page);
    return { items: [...page.items] };
  },
};

function toDelivery({ institution: _own, receivedAt, ...counts }: DeliveryRow): Delivery {
  return { ...counts, receivedAt: receivedAt.toISOString() };
}
