import { randomUUID } from 'node:crypto';
import type { DeliveryLine, RegisterLine } from '@diplomaregister/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HolderId } from '../holders/holder-id.ts';
import { registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { type Decisions, decideLines, type KnownVersion } from './decide-lines.ts';

/** What the register knows of an institution's records, delivery after delivery. */
class Records {
  #known: ReadonlyMap<string, KnownVersion> = new Map();

  deliver(lines: readonly DeliveryLine[]): Decisions {
    const accepted = lines.map((line, at) => ({ number: at + 1, line }));
    const decisions = decideLines(accepted, {
      known: this.#known,
      holderOf: ({ holder }) => holder.bsn as HolderId | undefined,
      digestOf: (line) => ({ digest: digest(line), digestKeyId: 'key' }),
      isDigestOf: (known, line) => Buffer.compare(known, digest(line)) === 0,
      sectorOf: () => 'vo',
      newId: randomUUID,
    });
    this.#known = new Map([...this.#known, ...currentOf(decisions, this.#known)]);
    return decisions;
  }

  /** How each record stands, and what it says. */
  current(): [string, string, string][] {
    return [...this.#known].map(([recordId, { digest: said, standing }]) => [
      recordId,
      standing,
      said.toString(),
    ]);
  }
}

function digest({ diploma, holder }: RegisterLine): Uint8Array {
  return Buffer.from(JSON.stringify([diploma, holder]));
}

/** The records that a delivery changed, as the next one finds them. */
function* currentOf(
  { changed, created }: Decisions,
  known: ReadonlyMap<string, KnownVersion>,
): Generator<[string, KnownVersion]> {
  for (const { isCurrent, standing, version } of changed) {
    const named = [...known].find(([, { diplomaId }]) => diplomaId === version.diplomaId);
    if (named && isCurrent) yield [named[0], { ...version, standing, origin: 'stored' }];
  }
  for (const { isCurrent, standing, version } of created) {
    if (isCurrent) yield [version.line.recordId, { ...version, standing, origin: 'stored' }];
  }
}

const { bsn: _none, ...nameless } = registerLine('one').holder;
const recordId = fc.constantFrom('one', 'two');
const anyLine: fc.Arbitrary<DeliveryLine> = fc.oneof(
  recordId.map(withdrawLine),
  fc
    .record({
      recordId,
      bsn: fc.constantFrom(testBsn(1), testBsn(2), undefined),
      awardedOn: fc.constantFrom('2023-07-06', '2023-07-07'),
    })
    .map(({ recordId: id, bsn, awardedOn }) => ({
      ...registerLine(id, {}, { awardedOn }),
      holder: { ...nameless, ...(bsn !== undefined && { bsn }) },
    })),
);
const anyDeliveries = fc.array(fc.array(anyLine, { maxLength: 8 }), { maxLength: 4 });

describe('whatever an institution sends', () => {
  test('each line is counted once or rejected', () => {
    const property = fc.property(anyDeliveries, (deliveries) => {
      const records = new Records();
      for (const lines of deliveries) {
        const { counts, rejected } = records.deliver(lines);
        const { corrected, registered, unchanged, withdrawn } = counts;
        const counted = registered + corrected + withdrawn + unchanged;
        expect(counted + rejected.length).toBe(lines.length);
      }
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('what was withdrawn stays withdrawn, and says what it said', () => {
    const property = fc.property(anyDeliveries, anyDeliveries, (before, after) => {
      const records = new Records();
      for (const lines of before) records.deliver(lines);
      const withdrawn = records.current().filter(([, standing]) => standing === 'withdrawn');
      for (const lines of after) records.deliver(lines);
      expect(records.current()).toEqual(expect.arrayContaining(withdrawn));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('a withdrawal in it counts, wherever it stands after the registration', () => {
    const property = fc.property(anyDeliveries, anyDeliveries, (before, after) => {
      const records = new Records();
      for (const lines of before) records.deliver(lines);
      records.deliver([registerLine('one'), withdrawLine('one'), ...after.flat()]);
      expect(records.current()).toContainEqual(['one', 'withdrawn', expect.any(String)]);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('a delivery that says one thing of each record ends the same when it is sent again', () => {
    const lines = fc.uniqueArray(anyLine, {
      selector: ({ action, recordId: id }) => `${action} ${id}`,
    });
    const property = fc.property(lines, (sent) => {
      const ordered = sent.toSorted((one, other) => one.action.localeCompare(other.action));
      const records = new Records();
      const first = records.deliver(ordered);
      const ended = records.current();
      const again = records.deliver(ordered);
      expect(again.created).toEqual([]);
      expect(again.changed).toEqual([]);
      expect(again.rejected).toEqual(first.rejected);
      expect(records.current()).toEqual(ended);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
