import type { Delivery, Verdict } from '@diplomaregister/contract';
import { Counter, Histogram, Registry } from 'prom-client';

/** What one request was, without whom it was about. */
export interface MeasuredRequest {
  readonly method: string;
  /** The pattern of the route, never the address. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the register counts of its work, without personal data. */
export interface Metrics {
  /** Where everything is kept, for whoever collects it. */
  readonly registry: Registry;
  requestAnswered(request: MeasuredRequest): void;
  deliveryReceived(delivery: Pick<Delivery, LineResult>): void;
  extractIssued(language: string): void;
  verificationGiven(kind: 'share' | 'extract', outcome: Verdict['outcome'] | string): void;
}

const lineResults = ['registered', 'corrected', 'withdrawn', 'unchanged', 'rejected'] as const;
type LineResult = (typeof lineResults)[number];

/** From what an answer from memory takes to what a part of a delivery takes, in seconds. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Metrics that begin at nothing. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'register_http_request_duration_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: durations,
    registers,
  });
  const lines = new Counter({
    name: 'register_delivery_lines_total',
    help: 'Lines of deliveries, by what became of them.',
    labelNames: ['result'],
    registers,
  });
  const extracts = new Counter({
    name: 'register_extracts_issued_total',
    help: 'Extracts that were issued, by language.',
    labelNames: ['language'],
    registers,
  });
  const verifications = new Counter({
    name: 'register_verifications_total',
    help: 'Verdicts that were given, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  return {
    registry,
    requestAnswered: ({ seconds, ...labels }) => requests.observe(labels, seconds),
    deliveryReceived(delivery) {
      for (const result of lineResults) lines.inc({ result }, delivery[result]);
    },
    extractIssued: (language) => extracts.inc({ language }),
    verificationGiven: (kind, outcome) => verifications.inc({ kind, outcome }),
  };
}
