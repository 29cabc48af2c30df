import { X509Certificate } from 'node:crypto';
import { retireAnnouncedKey } from '../keys/announced-keys.ts';
import { writeKeyFile } from '../keys/key-file.ts';
import type { KeyMaterial } from '../keys/key-material.ts';
import { importSecrets } from '../keys/keys.ts';
import {
  addSecret,
  removeSecret,
  renewSigner,
  type SecretKind,
  secretKinds,
} from '../keys/rotate.ts';
import type { SecretKey } from '../keys/secret-ring.ts';
import { openGuardedStore } from '../open-register.ts';
import { tablesUnderKey } from '../reencryption/key-uses.ts';
import { type Command, CommandError, UsageError } from './command.ts';
import { openKeyFolder } from './key-folder.ts';

const signerKinds = ['seal', 'timestamp', 'status'] as const;

/** Milliseconds until a new key comes into use: every process has read it by then. */
const leadTime = 60_000;
/** Milliseconds after which nothing is at work any more that began under the key before. */
const settleTime = 15 * 60_000;

export const listKeys: Command = {
  words: ['keys', 'list'],
  summary: 'tell which keys there are, and which are in use',
  async run(call) {
    const { material } = await openKeyFolder(call);
    for (const kind of secretKinds) {
      const ring = importSecrets(material[kind], () => new Date());
      for (const secret of ring.all()) {
        call.print(`${kind.padEnd(9)}  ${secret.id}  ${stateOf(secret, ring.current())}`);
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
  summary: 'bring a new key into use: content, hash, seal, timestamp or status',
  explanation: `A new content or hash key comes into use after a minute, so that every process has read it by
then; running ones take it up by themselves. On more than one machine, say with --from when every
machine has the new keys.json. What is under the keys before stays readable: run reencrypt next, and
then keys retire.

A new key for seal, timestamp or status is certified by the same authority: what was signed with the
one before stays genuine.

Keep a copy of keys.json before and after.`,
  options: {
    from: { type: 'string', value: 'INSTANT', meaning: 'when it comes into use (in a minute)' },
  },
  async run(call) {
    const kind = call.operand('KIND');
    const now = new Date();
    const { folder, material } = await openKeyFolder(call);
    if (isOneOf(secretKinds, kind)) {
      const usedFrom = readInstant(call.option('from'), new Date(now.getTime() + leadTime), now);
      const rotated = addSecret(material, kind, usedFrom);
      await writeKeyFile(folder, rotated.material);
      call.print(
        `The ${kind} key ${rotated.added.id} comes into use at ${usedFrom.toISOString()}.`,
      );
    } else if (isOneOf(signerKinds, kind)) {
      if (call.option('from') !== undefined) {
        throw new UsageError('--from is for content and hash keys.');
      }
      await writeKeyFile(folder, await renewSigner(material, kind, now));
      call.print(`The register has a new ${kind} key.`);
    } else {
      const kinds = [...secretKinds, ...signerKinds].join(', ');
      throw new UsageError(`KIND must be one of ${kinds}.`);
    }
  },
};

export const retireKey: Command = {
  words: ['keys', 'retire'],
  operands: ['ID'],
  summary: 'take out a content or hash key that nothing is under any more',
  explanation: `Looks through all tables, which takes minutes in a large register. PINs of shares stay under the
hash key that they were made with: that key can go when the last such share has gone.`,
  async run(call) {
    const id = call.operand('ID');
    const { configuration, folder, material } = await openKeyFolder(call);
    const kind = secretKinds.find((each) => material[each].some((secret) => secret.id === id));
    if (kind === undefined) throw new CommandError(`There is no content or hash key ${id}.`);
    demandSettled(material, kind, id, new Date());
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
    await writeKeyFile(folder, removeSecret(material, kind, id));
    call.print(`The ${kind} key ${id} is gone.`);
  },
};

/** What began under the key before it was replaced may still be at work. */
function demandSettled(material: KeyMaterial, kind: SecretKind, id: string, now: Date): void {
  const current = importSecrets(material[kind], () => now).current();
  if (current.id === id) throw new CommandError(`The ${kind} key ${id} is in use: rotate first.`);
  const settledAt = startOf(current) + settleTime;
  if (now.getTime() < settledAt) {
    throw new CommandError(
      `The ${kind} key ${current.id} came into use a moment ago; try again after ${new Date(settledAt).toISOString()}.`,
    );
  }
}

function stateOf(secret: SecretKey, current: SecretKey): string {
  if (secret.id === current.id) return 'in use';
  const isComing = startOf(secret) > startOf(current);
  return isComing ? `in use from ${secret.usedFrom?.toISOString()}` : 'for what is old';
}

function startOf({ usedFrom }: SecretKey): number {
  return usedFrom?.getTime() ?? 0;
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
