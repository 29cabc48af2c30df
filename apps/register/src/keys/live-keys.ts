import type { KeyMaterial } from './key-material.ts';
import { importKeys, type Keys } from './keys.ts';

/** Keys that can be replaced while the register runs. */
export interface LiveKeys {
  /** Always the newest: take a key from it when it is needed, and do not keep it. */
  readonly keys: Keys;
  material(): KeyMaterial;
  replace(material: KeyMaterial): Promise<void>;
}

/** Makes keys of their material, to be replaced later. */
export async function createLiveKeys(beginning: KeyMaterial, now: () => Date): Promise<LiveKeys> {
  let material = beginning;
  let imported = await importKeys(material, now);
  return {
    keys: {
      get example() {
        return imported.example;
      },
      get seal() {
        return imported.seal;
      },
      get timestamp() {
        return imported.timestamp;
      },
      get status() {
        return imported.status;
      },
      get sealer() {
        return imported.sealer;
      },
      get tokenEncryption() {
        return imported.tokenEncryption;
      },
      get content() {
        return imported.content;
      },
      get hash() {
        return imported.hash;
      },
    },
    material: () => material,
    async replace(next) {
      imported = await importKeys(next, now);
      material = next;
    },
  };
}
