export { createNodeCrypto } from './node/node-crypto.ts';
export type { SealCrypto } from './seal-crypto.ts';
