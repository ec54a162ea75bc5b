import { expect, it } from 'vitest';
import { readScore } from '../../music/score/reading/readScore';
import { songOf } from '../../music/score/testing/songOf';
import { scoreText } from './scoreText';

it('writes the tempo that is heard', async () => {
  const xml = await scoreText(songOf([[0, 24, 60]]), 0.5);
  const read = readScore(new TextEncoder().encode(xml));
  expect(read.ok && read.songs[0].tempos).toEqual([{ tick: 0, microsecondsPerQuarter: 1_000_000 }]);
});

it('gives no score of what nobody would read', async () => {
  expect(await scoreText(songOf([[10_000_000, 24, 60]]), 1)).toBeUndefined();
});

it('names the composer', async () => {
  const xml = await scoreText({ ...songOf([[0, 24, 60]]), composer: 'Clara Wieck' }, 1);
  const read = readScore(new TextEncoder().encode(xml));
  expect(read.ok && read.songs[0].composer).toBe('Clara Wieck');
});
