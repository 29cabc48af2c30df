/** Thrown dice that fall the same each time for the same numbers. Not for secrets. */
export class Dice {
  #state = 0;

  /** Starts anew for a seed and the thing that is thrown for. */
  start(seed: number, thing: number): this {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(thing + 1, 0xc2b2ae35);
    this.#state ^= Math.imul(Math.floor(thing / 0x1_0000_0000) + 1, 0x27d4eb2f);
    return this;
  }

  /** From 0 to below `count`; splitmix32. */
  below(count: number): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let mixed = this.#state ^ (this.#state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return Math.floor(((mixed >>> 0) / 0x1_0000_0000) * count);
  }

  /** True with this chance. */
  chance(probability: number): boolean {
    return this.below(0x1_0000_0000) < probability * 0x1_0000_0000;
  }
}
