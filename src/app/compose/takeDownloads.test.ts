import { expect, it } from 'vitest';
import { sampleTake } from '../../storage/testing/samples';
import type { Take } from './take';
import { takesToDownload } from './takeDownloads';

function takeOf(number: number, change: Partial<Take> = {}): Take {
  return { ...sampleTake(number), composing: false, ...change };
}

it('chooses the starred takes, or all finished ones where none is starred', () => {
  const takes = [takeOf(1), takeOf(2, { starred: true }), takeOf(3, { composing: true })];
  expect(takesToDownload(takes)).toEqual([takes[1]]);
  expect(takesToDownload([takes[0], takes[2]])).toEqual([takes[0]]);
});
