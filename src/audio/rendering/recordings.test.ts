import { expect, it } from 'vitest';
import { nearestRecording, pitchOfName } from './recordings';

it('reads the names of the samples', () => {
  expect(['A0', 'D#1', 'C4', 'A7'].map(pitchOfName)).toEqual([21, 27, 60, 105]);
});

it('takes the nearest recording, and the higher of two', () => {
  const recordings = [{ pitch: 57 }, { pitch: 63 }, { pitch: 69 }];
  const nearest = [21, 59, 60, 61, 65, 66, 127].map((p) => nearestRecording(recordings, p).pitch);
  expect(nearest).toEqual([57, 57, 63, 63, 63, 69, 69]);
});
