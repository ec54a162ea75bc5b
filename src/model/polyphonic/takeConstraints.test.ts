import { beforeEach, describe, expect, it } from 'vitest';
import { STUDIO_COLUMNS } from '../../music/encoding/studio';
import { TICK_CLASSES, tickClass } from '../../music/encoding/tickClasses';
import { Random } from '../../music/random';
import type { Closing } from '../composer';
import { TakeConstraints } from './takeConstraints';

/** Three quarters per bar. */
const meter = { tick: 0, barTicks: 72 };
const EIGHTH = tickClass(12);

let take: TakeConstraints;

beforeEach(() => {
  take = new TakeConstraints(Random.fromSeed(1), meter);
});

/** A row of which only time and key matter. */
function row(time: number, key = 40): number[] {
  const values = [0, 0, 0, 0, 0, 0, 0];
  values[STUDIO_COLUMNS.time] = time;
  values[STUDIO_COLUMNS.pitch] = key;
  return values;
}

/** Adds a note after some grid ticks and returns its place in the closing chord, if any. */
function add(ticks: number, key?: number): Closing | undefined {
  const time = tickClass(ticks);
  if (!take.advance(time)) return undefined;
  return take.compose(row(time, key));
}

/** Waits allowed by the take, in grid ticks. */
function possibleWaits(): number[] {
  const logits = take.possibleTimes(new Float32Array(TICK_CLASSES.length));
  return TICK_CLASSES.filter((_, time) => Number.isFinite(logits[time]));
}

describe('the end of a take', () => {
  it('is a chord on the bar line, however long the wait to it', () => {
    take.endAfter(2);
    expect(add(0)).toBeUndefined();
    expect(add(140)).toBeUndefined();
    expect(add(50)).toEqual({ tick: 144, duration: 72, early: false });
    expect(add(0, 47)).toEqual({ tick: 144, duration: 72, early: false });
    expect(add(12)).toBeUndefined();
    expect(take.ended).toBe(true);
  });

  it('is at the next bar line of a stuck take, without silence before it', () => {
    take.endAfter(8);
    let closing: Closing | undefined;
    let before = 0;
    for (let notes = 0; !closing; notes++) {
      expect(notes).toBeLessThan(1000);
      before = take.tick;
      // Ten notes per chord, and the next chord a tick later.
      closing = add(notes % 10 === 0 && notes > 0 ? 1 : 0, notes % 10);
    }
    // 16 notes per quarter over 24 quarters, ten at a time.
    expect(before).toBe(38);
    expect(closing).toEqual({ tick: 72, duration: 72, early: true });
  });

  it('is not early if a stuck take was in its last bar', () => {
    take.endAfter(1);
    let closing: Closing | undefined;
    for (let notes = 0; !closing; notes++) closing = add(notes % 10 === 0 ? 1 : 0, notes % 10);
    expect(closing).toEqual({ tick: 72, duration: 72, early: false });
  });
});

describe('after a prompt', () => {
  beforeEach(() => {
    take.open(row(tickClass(24)));
    take.open(row(EIGHTH));
  });

  it('allows the next note at once without a rest, in the chord or after it', () => {
    take.endAfter(2);
    expect(possibleWaits()[0]).toBe(0);
    add(150);
    expect(add(100)).toMatchObject({ tick: 3 * 72 });
  });

  it('waits once, for the requested rest', () => {
    take.endAfter(2, 20);
    expect(possibleWaits()[0]).toBe(20);
    // Two bars after the rest.
    expect(possibleWaits().at(-1)).toBe(162);
    add(20);
    expect(possibleWaits()[0]).toBe(0);
  });

  it('counts bars from a bar line at the end of the rest', () => {
    // From 36 to 72: a bar line.
    take.endAfter(1, 36);
    expect(add(180)).toMatchObject({ tick: 2 * 72 });
  });

  it('counts bars from the next bar line if the rest ends within a bar', () => {
    take.endAfter(1, 37);
    expect(add(180)).toMatchObject({ tick: 3 * 72 });
  });

  it('limits the rest to the longest time class', () => {
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
