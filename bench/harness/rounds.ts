/** Runs candidates in turns, so that other load on the machine affects them equally. */
import { clamp } from '../../src/lib/clamp';
import { median } from './statistics';

export interface Turn {
  name: string;
  /** Runs `count` units of work (steps, notes) and returns their total milliseconds. */
  work(count: number): Promise<number>;
}

export interface TurnOptions {
  rounds: number;
  /** Target length of a turn, milliseconds. */
  turn: number;
  /** Called after each turn. */
  onTurn?: (name: string, milliseconds: number) => void;
}

const MOST_A_TURN = 400;

/**
 * Warms up every candidate, then runs one turn each per round, every other round in reverse order.
 * @returns milliseconds per unit of work, one value per round, by name of the candidate
 */
export async function takeTurns(
  turns: readonly Turn[],
  { rounds, turn, onTurn }: TurnOptions,
): Promise<Map<string, number[]>> {
  const counts = new Map<string, number>();
  for (const { name, work } of turns) {
    // The first unit compiles and fills caches; the second gives the speed.
    await work(1);
    const pace = await work(1);
    counts.set(name, clamp(Math.round(turn / pace), 1, MOST_A_TURN));
  }
  const results = new Map<string, number[]>(turns.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? turns : [...turns].reverse();
    for (const { name, work } of order) {
      const count = counts.get(name) ?? 1;
      const milliseconds = (await work(count)) / count;
      results.get(name)?.push(milliseconds);
      onTurn?.(name, milliseconds);
    }
  }
  return results;
}

/** Medians of the result of `takeTurns`. */
export function medians(results: ReadonlyMap<string, number[]>): Map<string, number> {
  return new Map([...results].map(([name, values]) => [name, median(values)]));
}
