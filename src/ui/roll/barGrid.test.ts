import { describe, expect, it } from 'vitest';
import { BarGrid } from './barGrid';

const ppq = 480;
const common = new BarGrid([{ tick: 0, numerator: 4, denominator: 4 }], ppq);
/** Two bars of 3/4, then 6/8. */
const mixed = new BarGrid(
  [
    { tick: 0, numerator: 3, denominator: 4 },
    { tick: 2880, numerator: 6, denominator: 8 },
  ],
  ppq,
);

describe('BarGrid', () => {
  it('counts bars and beats from one', () => {
    expect(common.positionAt(0)).toEqual({ bar: 1, beat: 1 });
    expect(common.positionAt(1919)).toEqual({ bar: 1, beat: 4 });
    expect(common.positionAt(1920)).toEqual({ bar: 2, beat: 1 });
  });

  it('counts through a change of signature', () => {
    expect(mixed.positionAt(2879)).toEqual({ bar: 2, beat: 3 });
    expect(mixed.positionAt(2880)).toEqual({ bar: 3, beat: 1 });
    expect(mixed.positionAt(2880 + 1200)).toEqual({ bar: 3, beat: 6 });
    expect(mixed.positionAt(2880 + 1440)).toEqual({ bar: 4, beat: 1 });
  });

  it('begins a bar where a signature cuts one short', () => {
    const cut = new BarGrid(
      [
        { tick: 0, numerator: 4, denominator: 4 },
        { tick: 960, numerator: 2, denominator: 4 },
      ],
      ppq,
    );
    expect(cut.positionAt(960)).toEqual({ bar: 2, beat: 1 });
    expect(cut.lines(0, 2000, 480).filter((line) => line.kind === 'bar')).toEqual([
      { tick: 0, kind: 'bar', bar: 1 },
      { tick: 960, kind: 'bar', bar: 2 },
      { tick: 1920, kind: 'bar', bar: 3 },
    ]);
  });

  it('draws beats and divisions where there is room, fewer bars where there is not', () => {
    const kinds = (closest: number): string[] =>
      common.lines(0, 1920, closest).map((line) => line.kind);
    const half = ['beat', 'division'];
    expect(kinds(240)).toEqual(['bar', 'division', ...half, ...half, ...half, 'bar']);
    expect(kinds(480)).toEqual(['bar', 'beat', 'beat', 'beat', 'bar']);
    expect(common.lines(0, 7680, 2000).map((line) => line.bar)).toEqual([1, 3, 5]);
  });

  it('gives only the lines of the window', () => {
    expect(common.lines(1900, 2500, 480).map((line) => line.tick)).toEqual([1920, 2400]);
  });

  it('steps from line to line in both directions', () => {
    expect(common.next(0, 1, 'beat')).toBe(480);
    expect(common.next(480, 1, 'bar')).toBe(1920);
    expect(common.next(480, -1, 'beat')).toBe(0);
    expect(common.next(500, -1, 'beat')).toBe(480);
    expect(common.next(0, -1, 'bar')).toBe(0);
    expect(mixed.next(2880, -1, 'beat')).toBe(2400);
    expect(mixed.next(2400, 1, 'beat')).toBe(2880);
    expect(mixed.next(2880, 1, 'beat')).toBe(3120);
  });

  it('finds the line of a bar, and inverts that', () => {
    for (const bar of [1, 2, 3, 4, 9]) {
      expect(mixed.positionAt(mixed.tickOfBar(bar))).toEqual({ bar, beat: 1 });
    }
    expect(common.tickOfBar(3)).toBe(3840);
  });

  it('finds the bar line that closes the piece', () => {
    expect([common.barLineFrom(0), common.barLineFrom(1), common.barLineFrom(1920)]).toEqual([
      0, 1920, 1920,
    ]);
  });

  it('takes four quarters where no signature is given', () => {
    expect(new BarGrid([], ppq).positionAt(1920)).toEqual({ bar: 2, beat: 1 });
  });
});
