import { X509Certificate } from 'node:crypto';
import type { Configuration } from '../configuration.ts';
import { retireAnnouncedKey } from '../keys/announced-keys.ts';
import type { KeyMaterial, SecretMaterial, TokenKeyMaterial } from '../keys/key-material.ts';
import { createKeyRing, type DatedKey, type KeyRing, startOf } from '../keys/key-ring.ts';
import {
  addSecret,
  addTokenKey,
  removeSecret,
  removeTokenKey,
  renewSigner,
  type SecretKind,
  secretKinds,
} from '../keys/rotate.ts';
import { openGuardedStore } from '../open-register.ts';
import { tablesUnderKey } from '../reencryption/key-uses.ts';
import { type Command, CommandError, UsageError } from './command.ts';
import { changeKeys, openKeyFolder } from './key-folder.ts';

/** Of these there can be several at once. */
const datedKinds = [...secretKinds, 'token'] as const;
type DatedKind = (typeof datedKinds)[number];
const signerKinds = ['seal', 'timestamp', 'status'] as const;

/** Milliseconds until a new key comes into use: every process has read it by then. */
const leadTime = 60_000;
/** Milliseconds after which nothing is at work any more that began under the key before. */
const settleTimes: Readonly<Record<DatedKind, number>> = {
  content: 15 * 60_000,
  hash: 15 * 60_000,
  // The token service may keep the key for minutes, and a token lasts for minutes more.
  token: 60 * 60_000,
};

export const listKeys: Command = {
  words: ['keys', 'list'],
  summary: 'tell which keys there are, and which are in use',
  async run(call) {
    const { material } = await openKeyFolder(call);
    for (const kind of datedKinds) {
      const ring = ringOf(material, kind, new Date());
      for (const key of ring.all()) {
        call.print(`${kind.padEnd(9)}  ${key.id}  ${stateOf(key, ring.current())}`);
      }
    }
    for (const kind of signerKinds) {
      const certificate = Buffer.from(material[kind].signer.certificate, 'base64');
      const { serialNumber, validTo } = new X509Certificate(certificate);
      const end = new Date(validTo).toISOString().slice(0, 10);
      call.print(`${kind.padEnd(9)}  certificate ${serialNumber}, until ${end}`);
    }
  },
};

export const rotateKey: Command = {
  words: ['keys', 'rotate'],
  operands: ['KIND'],
  summary: 'bring a new key into use: content, hash, token, seal, timestamp or status',
  explanation: `A new content, hash or token key comes into use after a minute, so that every process has read
it by then; running ones take it up by themselves. On more than one machine, say with --from when
every machine has the new keys.json. What is under the keys before stays readable: after a content or
hash key run reencrypt, and then keys retire; after a token key wait an hour, and then keys retire.

A new key for seal, timestamp or status is certified by the same authority: what was signed with the
one before stays genuine.

Keep a copy of keys.json before and after.`,
  options: {
    from: { type: 'string', value: 'INSTANT', meaning: 'when it comes into use (in a minute)' },
  },
  async run(call) {
    const kind = call.operand('KIND');
    const now = new Date();
    const { folder } = await openKeyFolder(call);
    if (isOneOf(datedKinds, kind)) {
      const usedFrom = readInstant(call.option('from'), new Date(now.getTime() + leadTime), now);
      const { added } = await changeKeys(folder, async (material) =>
        kind === 'token' ? addTokenKey(material, usedFrom) : addSecret(material, kind, usedFrom),
      );
      call.print(`The ${kind} key ${added.id} comes into use at ${usedFrom.toISOString()}.`);
    } else if (isOneOf(signerKinds, kind)) {
      if (call.option('from') !== undefined) {
        throw new UsageError('--from is for content, hash and token keys.');
      }
      await changeKeys(folder, async (material) => ({
        material: await renewSigner(material, kind, now),
      }));
      call.print(`The register has a new ${kind} key.`);
    } else {
      const kinds = [...datedKinds, ...signerKinds].join(', ');
      throw new UsageError(`KIND must be one of ${kinds}.`);
    }
  },
};

export const retireKey: Command = {
  words: ['keys', 'retire'],
  operands: ['ID'],
  summary: 'take out a content, hash or token key that nothing is under any more',
  explanation: `For a content or hash key it looks through all tables, which takes minutes in a large register.
PINs of shares stay under the hash key that they were made with: that key can go when the last such
share has gone. Tokens that were encrypted to a token key end within the hour.`,
  async run(call) {
    const id = call.operand('ID');
    const { configuration, folder, material } = await openKeyFolder(call);
    const now = new Date();
    const kind = datedKinds.find((each) => ringOf(material, each, now).find(id) !== undefined);
    if (kind === undefined) throw new CommandError(`There is no content, hash or token key ${id}.`);
    demandReplaced(material, kind, id, now);
    if (kind !== 'token') await retireSecret(configuration, kind, id);
    await changeKeys(folder, (newest) => {
      demandReplaced(newest, kind, id, now);
      return {
        material: kind === 'token' ? removeTokenKey(newest, id) : removeSecret(newest, kind, id),
      };
    });
    call.print(`The ${kind} key ${id} is gone.`);
  },
};

/** Makes sure that nothing is under a key, and notes that nothing will be. */
async function retireSecret(
  configuration: Configuration,
  kind: SecretKind,
  id: string,
): Promise<void> {
  const store = await openGuardedStore(configuration);
  try {
    const tables = await tablesUnderKey(store.database, kind, id);
    if (tables.length > 0) {
      throw new CommandError(
        `The ${kind} key ${id} is still needed for ${tables.join(', ')}; see register reencrypt --help.`,
      );
    }
    await retireAnnouncedKey(store.database, id, new Date());
  } finally {
    await store.close();
  }
}

/** Another key must have taken its place, so long ago that nothing that began under it is at work. */
function demandReplaced(material: KeyMaterial, kind: DatedKind, id: string, now: Date): void {
  const ring = ringOf(material, kind, now);
  const current = ring.current();
  if (current.id === id) throw new CommandError(`The ${kind} key ${id} is in use: rotate first.`);
  const key = ring.find(id);
  if (key !== undefined && isComing(key, current)) {
    throw new CommandError(
      `The ${kind} key ${id} comes into use at ${key.usedFrom?.toISOString()}: it can go when another one has taken its place.`,
    );
  }
  const settledAt = startOf(current) + settleTimes[kind];
  if (now.getTime() < settledAt) {
    throw new CommandError(
      `The ${kind} key ${current.id} came into use a moment ago; try again after ${new Date(settledAt).toISOString()}.`,
    );
  }
}

/** The keys of a kind as a ring, without the keys themselves. */
function ringOf(material: KeyMaterial, kind: DatedKind, now: Date): KeyRing<DatedKey> {
  const [first, ...others] = material[kind === 'token' ? 'tokenEncryption' : kind];
  return createKeyRing([toDatedKey(first), ...others.map(toDatedKey)], () => now);
}

function toDatedKey({ id, usedFrom }: SecretMaterial | TokenKeyMaterial): DatedKey {
  return usedFrom === undefined ? { id } : { id, usedFrom: new Date(usedFrom) };
}

function stateOf(key: DatedKey, current: DatedKey): string {
  if (key.id === current.id) return 'in use';
  return isComing(key, current) ? `in use from ${key.usedFrom?.toISOString()}` : 'for what is old';
}

function isComing(key: DatedKey, current: DatedKey): boolean {
  return startOf(key) > startOf(current);
}

function readInstant(text: string | undefined, fallback: Date, now: Date): Date {
  if (text === undefined) return fallback;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || instant < now) {
    throw new UsageError('--from must be an instant to come, such as 2027-01-31T12:00:00Z.');
  }
  return instant;
}

function isOneOf<Name extends string>(names: readonly Name[], text: string): text is Name {
  return names.some((name) => name === text);
}
