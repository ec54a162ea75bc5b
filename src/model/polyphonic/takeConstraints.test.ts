import { beforeEach, describe, expect, it } from 'vitest';
import { STUDIO_COLUMNS } from '../../music/encoding/studio';
import { TICK_CLASSES, tickClass } from '../../music/encoding/tickClasses';
import { Random } from '../../music/random';
import type { Closing } from '../composer';
import { TakeConstraints } from './takeConstraints';

/** Three quarters a bar. */
const meter = { tick: 0, barTicks: 72 };
const EIGHTH = tickClass(12);

let take: TakeConstraints;

beforeEach(() => {
  take = new TakeConstraints(Random.fromSeed(1), meter);
});

/** A row in which only time and key matter. */
function row(time: number, key = 40): number[] {
  const values = [0, 0, 0, 0, 0, 0, 0];
  values[STUDIO_COLUMNS.time] = time;
  values[STUDIO_COLUMNS.pitch] = key;
  return values;
}

/** Adds a note after so many grid ticks, and says what of the closing chord it is. */
function add(ticks: number, key?: number): Closing | undefined {
  const time = tickClass(ticks);
  if (!take.advance(time)) return undefined;
  return take.compose(row(time, key));
}

/** The waits, in grid ticks, that the take allows. */
function possibleWaits(): number[] {
  const logits = take.possibleTimes(new Float32Array(TICK_CLASSES.length));
  return TICK_CLASSES.filter((_, time) => Number.isFinite(logits[time]));
}

describe('the end of a take', () => {
  it('is a chord on the bar line, whatever the wait that leads beyond it', () => {
    take.endAfter(2);
    expect(add(0)).toBeUndefined();
    expect(add(140)).toBeUndefined();
    expect(add(50)).toEqual({ tick: 144, duration: 72, early: false });
    expect(add(0, 47)).toEqual({ tick: 144, duration: 72, early: false });
    expect(add(12)).toBeUndefined();
    expect(take.ended).toBe(true);
  });

  it('comes on the next bar line where the take is stuck, without silence before it', () => {
    take.endAfter(8);
    let closing: Closing | undefined;
    let before = 0;
    for (let notes = 0; !closing; notes++) {
      expect(notes).toBeLessThan(1000);
      before = take.tick;
      // Ten notes to the chord, and the next chord a tick later.
      closing = add(notes % 10 === 0 && notes > 0 ? 1 : 0, notes % 10);
    }
    // 16 notes to each of 24 quarters, ten of them at a time.
    expect(before).toBe(38);
    expect(closing).toEqual({ tick: 72, duration: 72, early: true });
  });

  it('is not early where a stuck take had come to its last bar', () => {
    take.endAfter(1);
    let closing: Closing | undefined;
    for (let notes = 0; !closing; notes++) closing = add(notes % 10 === 0 ? 1 : 0, notes % 10);
    expect(closing).toEqual({ tick: 72, duration: 72, early: false });
  });
});

describe('after an opening', () => {
  beforeEach(() => {
    take.open(row(tickClass(24)));
    take.open(row(EIGHTH));
  });

  it('goes on at once where no rest is asked for, with the chord or after it', () => {
    take.endAfter(2);
    expect(possibleWaits()[0]).toBe(0);
    add(150);
    expect(add(100)).toMatchObject({ tick: 3 * 72 });
  });

  it('waits for the point from which it goes on, then never again', () => {
    take.endAfter(2, 20);
    expect(possibleWaits()[0]).toBe(20);
    // Two bars after the point.
    expect(possibleWaits().at(-1)).toBe(162);
    add(20);
    expect(possibleWaits()[0]).toBe(0);
  });

  it('counts its bars from the bar line at or after that point', () => {
    // From 36 to 72: a bar line.
    take.endAfter(1, 36);
    expect(add(180)).toMatchObject({ tick: 2 * 72 });
  });

  it('counts them from the next bar line where the point lies within a bar', () => {
    take.endAfter(1, 37);
    expect(add(180)).toMatchObject({ tick: 3 * 72 });
  });

  it('waits for the longest time that has a class where the point is farther', () => {
    take.endAfter(1, 5000);
    expect(possibleWaits()).toEqual([768]);
  });
});

it('never waits for more than two bars, nor adds a key below the chord', () => {
  take.endAfter(40);
  add(0, 87);
  expect(possibleWaits().at(-1)).toBe(144);
  expect(possibleWaits()).not.toContain(0);
});
