import type { Delivery, Rejection } from '@diplomaregister/contract';
import { json, problem } from '../answers.ts';
import { applyLine, type LineEffect } from '../deliveries/apply-line.ts';
import { instant } from '../state.ts';
import type { Call } from './call.ts';
import { page } from './pages.ts';

const mostLines = 10_000;

export function createDelivery({ body, contract, now, state, url }: Call): Response {
  const lines = String(body)
    .split('\n')
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text.trim() !== '');
  if (lines.length > mostLines) {
    const detail = 'There are too many lines.';
    return problem('delivery-too-long', [{ in: 'body', code: 'too-many-lines', detail }]);
  }
  const rejections: Rejection[] = [];
  const counts: Record<LineEffect, number> = {
    registered: 0,
    corrected: 0,
    withdrawn: 0,
    unchanged: 0,
  };
  for (const { line, text } of lines) {
    const effect = applyLine(contract, state, text, now());
    if (typeof effect === 'string') counts[effect] += 1;
    else rejections.push({ line, ...effect });
  }
  const delivery: Delivery = {
    id: crypto.randomUUID(),
    receivedAt: instant(now()),
    lines: lines.length,
    ...counts,
    rejected: rejections.length,
  };
  state.deliveries.set(delivery.id, { delivery, rejections });
  return json(201, delivery, { Location: `${url}/deliveries/${delivery.id}` });
}

export function getDelivery({ path, state }: Call): Response {
  const stored = state.deliveries.get(String(path['id']));
  return stored ? json(200, stored.delivery) : problem('not-found');
}

export function listRejections(call: Call): Response {
  const stored = call.state.deliveries.get(String(call.path['id']));
  return stored ? page(stored.rejections, call) : problem('not-found');
}
