/** Random seeds of a batch: which ones its takes may use, and which come next. */
import { type ComposeSettings, SEEDS_PER_TAKE } from '../../model/composing/contract';

type SeedSettings = Pick<ComposeSettings, 'seed' | 'takes'>;

/** Number of seeds. */
const SEEDS = 2 ** 32;

/** The first seed that takes with these settings cannot use. */
export function seedAfter({ seed, takes }: SeedSettings): number {
  return (seed + takes * SEEDS_PER_TAKE) % SEEDS;
}

/** Whether a take with these settings may use this seed. */
export function mayUse({ seed, takes }: SeedSettings, other: number): boolean {
  return (other - seed + SEEDS) % SEEDS < takes * SEEDS_PER_TAKE;
}
