import { describe, expect, it } from 'vitest';
import { medians, type Turn, takeTurns } from './rounds';

function logged(name: string, pace: number, log: string[]): Turn {
  return {
    name,
    work: async (count) => {
      log.push(`${name}${count}`);
      return pace * count;
    },
  };
}

describe('takeTurns', () => {
  it('warms up, then runs turns of similar length in alternating order', async () => {
    const log: string[] = [];
    const turns = [logged('slow', 100, log), logged('fast', 10, log)];
    const results = await takeTurns(turns, { rounds: 2, turn: 200 });
    expect(log).toEqual([
      ...['slow1', 'slow1', 'fast1', 'fast1'],
      ...['slow2', 'fast20', 'fast20', 'slow2'],
    ]);
    expect(medians(results)).toEqual(
      new Map([
        ['slow', 100],
        ['fast', 10],
      ]),
    );
  });

  it('runs at least one unit of the slowest candidate', async () => {
    const log: string[] = [];
    await takeTurns([logged('snail', 5000, log)], { rounds: 1, turn: 200 });
    expect(log.at(-1)).toBe('snail1');
  });
});
