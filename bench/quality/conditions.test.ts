import { describe, expect, it } from 'vitest';
import { encodings } from '../../src/music/encoding/index.ts';
import { conditionNats, conditionReaders, sumOf } from './conditions.ts';
import { PlanModel } from './planModel.ts';

describe('nats of conditions', () => {
  it('are zero for encodings without conditions', () => {
    expect(conditionReaders.studio).toBeUndefined();
    expect(conditionNats([{}, {}], [{}])).toEqual({ key: 0, bars: 0, plan: 0 });
    expect(encodings.studio.columns.length).toBeGreaterThan(0);
  });

  it('code keys by frequency', () => {
    const training = [0, 0, 0, 7].map((value) => ({ key: { value, classes: 25 } }));
    const of = (value: number): number =>
      conditionNats([{ key: { value, classes: 25 } }], training).key;
    expect(of(0)).toBeCloseTo(-Math.log(4 / 29));
    expect(of(24)).toBeCloseTo(-Math.log(1 / 29));
  });

  it('give the lengths of pieces probabilities that sum to one', () => {
    const training = [{ bars: 30 }, { bars: 33 }, { bars: 120 }];
    let sum = 0;
    for (let bars = 1; bars < 2 ** 16; bars++)
      sum += Math.exp(-conditionNats([{ bars }], training).bars);
    expect(sum).toBeCloseTo(1);
    const of = (bars: number): number => conditionNats([{ bars }], training).bars;
    expect(of(32)).toBeLessThan(of(5000));
    expect(of(1)).toBeLessThan(4);
  });

  it('are summed once per piece, with the plan or without', () => {
    const piece = { bars: 4, plan: { symbols: [0, 1, 0, 1], classes: 3 } };
    const nats = conditionNats([piece, piece], [piece]);
    const plan = new PlanModel([piece.plan.symbols], 3).nats(piece.plan.symbols);
    expect(nats.plan).toBeCloseTo(2 * plan);
    expect(sumOf(nats)).toBeCloseTo(nats.bars + 2 * plan);
    expect(sumOf(nats, false)).toBe(nats.bars);
  });
});
