/**
 * Seeded randomness, passed in wherever chance plays: the same seed gives the same weights, batches
 * and notes. The generator is xoroshiro128+ from `pure-rand`, whose state can be stored.
 */
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const WARM_UP_DRAWS = 64;

export class Random {
  readonly #generator: RandomGenerator;

  private constructor(generator: RandomGenerator) {
    this.#generator = generator;
  }

  static fromSeed(seed: number): Random {
    const generator = xoroshiro128plus(seed);
    // The first draws of neighbouring seeds are alike: the seed fills only part of the state.
    for (let i = 0; i < WARM_UP_DRAWS; i++) generator.next();
    return new Random(generator);
  }

  /** Continues exactly where the generator that returned this state stood. */
  static fromState(state: readonly number[]): Random {
    return new Random(xoroshiro128plusFromState(state));
  }

  state(): readonly number[] {
    return this.#generator.getState();
  }

  /** Uniform in [0, 1), with 32 random bits. */
  next(): number {
    return (this.#generator.next() >>> 0) / 2 ** 32;
  }

  /** Uniform integer in [0, bound). */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** Puts the items in a uniformly random order, in place (Fisher-Yates). */
  shuffle(items: { length: number; [index: number]: number }): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  }
}
