import { expect, it } from 'vitest';
import { dynamicCurve, type WedgeMark } from './dynamicCurve';

const QUARTER = 480;

/** Velocities at ticks, a hundred apart. */
function levels(
  marks: [tick: number, velocity: number][],
  wedges: [tick: number, type: WedgeMark['type']][],
  count: number,
): number[] {
  const curve = dynamicCurve(
    marks.map(([tick, velocity]) => ({ tick, velocity })),
    wedges.map(([tick, type]) => ({ tick, type })),
    QUARTER,
  );
  return Array.from({ length: count }, (_, i) => curve(100 * i));
}

it('holds a mark until the next one', () => {
  expect(
    levels(
      [
        [100, 49],
        [300, 96],
      ],
      [],
      5,
    ),
  ).toEqual([80, 49, 49, 96, 96]);
});

it('leads from one mark to the next along a hairpin', () => {
  const marks: [number, number][] = [
    [0, 40],
    [400, 80],
  ];
  expect(
    levels(
      marks,
      [
        [0, 'crescendo'],
        [400, 'stop'],
      ],
      6,
    ),
  ).toEqual([40, 50, 60, 70, 80, 80]);
  expect(
    levels(
      marks,
      [
        [200, 'crescendo'],
        [400, 'stop'],
      ],
      5,
    ),
  ).toEqual([40, 40, 40, 60, 80]);
  // The mark stands at the note after the hairpin.
  expect(
    levels(
      marks,
      [
        [0, 'crescendo'],
        [200, 'stop'],
      ],
      5,
    ),
  ).toEqual([40, 60, 80, 80, 80]);
});

it('goes one step without a mark in its direction, and stays there', () => {
  expect(
    levels(
      [],
      [
        [0, 'crescendo'],
        [200, 'stop'],
      ],
      4,
    ),
  ).toEqual([80, 88, 96, 96]);
  expect(
    levels(
      [[0, 40]],
      [
        [0, 'diminuendo'],
        [200, 'stop'],
      ],
      4,
    ),
  ).toEqual([40, 32, 24, 24]);
  // A sudden piano after a crescendo.
  expect(
    levels(
      [
        [0, 64],
        [200, 33],
      ],
      [
        [0, 'crescendo'],
        [200, 'stop'],
      ],
      4,
    ),
  ).toEqual([64, 72, 33, 33]);
  // Too far away to be the mark at its end.
  expect(
    levels(
      [
        [0, 64],
        [900, 112],
      ],
      [
        [0, 'crescendo'],
        [200, 'stop'],
      ],
      3,
    ),
  ).toEqual([64, 72, 80]);
});

it('swells and fades back', () => {
  const wedges: [number, WedgeMark['type']][] = [
    [0, 'crescendo'],
    [200, 'diminuendo'],
    [200, 'stop'],
    [400, 'stop'],
  ];
  expect(
    levels(
      [
        [0, 49],
        [400, 49],
      ],
      wedges,
      5,
    ),
  ).toEqual([49, 57, 65, 57, 49]);
});

it('passes marks within a hairpin', () => {
  expect(
    levels(
      [
        [0, 40],
        [200, 80],
        [400, 90],
      ],
      [
        [0, 'crescendo'],
        [400, 'stop'],
      ],
      5,
    ),
  ).toEqual([40, 60, 80, 85, 90]);
});

it('ends a hairpin that nothing ends at the next mark', () => {
  expect(
    levels(
      [
        [0, 40],
        [400, 80],
      ],
      [[0, 'crescendo']],
      5,
    ),
  ).toEqual([40, 50, 60, 70, 80]);
  expect(levels([[0, 40]], [[0, 'crescendo']], 3)).toEqual([40, 40, 40]);
  expect(levels([[0, 40]], [[100, 'stop']], 3)).toEqual([40, 40, 40]);
});

it('stays within the velocities of MIDI', () => {
  expect(
    levels(
      [[0, 126]],
      [
        [0, 'crescendo'],
        [100, 'stop'],
      ],
      2,
    ),
  ).toEqual([126, 127]);
  expect(
    levels(
      [[0, 10]],
      [
        [0, 'diminuendo'],
        [100, 'stop'],
      ],
      2,
    ),
  ).toEqual([10, 1]);
});

it('takes no longer than its marks are many', () => {
  const marks = Array.from({ length: 200_000 }, (_, i) => ({
    tick: 10 * i,
    velocity: 1 + (i % 99),
  }));
  const wedges = marks.map(({ tick }, i): WedgeMark => {
    return { tick: tick + 5, type: i % 2 === 0 ? 'crescendo' : 'stop' };
  });
  expect(dynamicCurve(marks, wedges, QUARTER)(1_000_000)).toBeGreaterThan(0);
});
