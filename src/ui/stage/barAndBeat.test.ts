import { expect, it } from 'vitest';
import { barAndBeat } from './barAndBeat';

const common = [{ tick: 0, numerator: 4, denominator: 4 }];

it('counts bars and beats from one', () => {
  expect(barAndBeat(0, common, 480)).toEqual({ bar: 1, beat: 1 });
  expect(barAndBeat(1919, common, 480)).toEqual({ bar: 1, beat: 4 });
  expect(barAndBeat(1920, common, 480)).toEqual({ bar: 2, beat: 1 });
});

it('counts in the denominator of the signature in force', () => {
  const changing = [...common, { tick: 3840, numerator: 6, denominator: 8 }];
  expect(barAndBeat(3839, changing, 480)).toEqual({ bar: 2, beat: 4 });
  expect(barAndBeat(3840 + 240 * 5, changing, 480)).toEqual({ bar: 3, beat: 6 });
  expect(barAndBeat(3840 + 240 * 6, changing, 480)).toEqual({ bar: 4, beat: 1 });
});

it('begins a bar with every signature, even where it cuts one short', () => {
  const cut = [...common, { tick: 960, numerator: 3, denominator: 4 }];
  expect(barAndBeat(960, cut, 480)).toEqual({ bar: 2, beat: 1 });
});
