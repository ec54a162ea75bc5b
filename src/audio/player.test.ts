import { expect, it } from 'vitest';
import { createPlayer } from './player';

const notes = [{ tick: 5000, duration: 480, pitch: 60, velocity: 80 }];
const tempos = [{ tick: 0, microsecondsPerQuarter: 500_000 }];

it('stands where the music begins, and comes back there', () => {
  const player = createPlayer();
  player.load({ notes, ppq: 480, tempos, startTick: 3840 });
  expect(player.positionTick()).toBe(3840);
  player.seek(0);
  expect(player.positionTick()).toBe(0);
  player.stop();
  expect(player.positionTick()).toBe(3840);
  player.load({ notes, ppq: 480, tempos });
  expect(player.positionTick()).toBe(0);
});
