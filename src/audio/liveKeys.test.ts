import { beforeEach, expect, it } from 'vitest';
import { LiveKeys } from './liveKeys';

let log: string[];
let now: number;
let keys: LiveKeys;

beforeEach(() => {
  log = [];
  now = 1;
  const voices = {
    attack: (pitch: number, velocity: number, time: number) =>
      void log.push(`+${pitch}/${velocity}@${time}`),
    release: (pitch: number, time: number) => void log.push(`-${pitch}@${time}`),
  };
  keys = new LiveKeys(voices, () => now);
});

it('sounds a key from its stroke to its release', () => {
  keys.down(60, 80);
  now = 2;
  keys.up(60);
  keys.up(60);
  expect(log).toEqual(['+60/80@1', '-60@2']);
});

it('lets keys ring while the pedal is down, and strikes a ringing one anew', () => {
  keys.pedal(true);
  keys.down(60, 80);
  keys.down(64, 80);
  keys.up(60);
  keys.up(64);
  expect(log).toEqual(['+60/80@1', '+64/80@1']);
  now = 2;
  keys.down(60, 90);
  now = 3;
  keys.pedal(false);
  expect(log.slice(2)).toEqual(['-60@2', '+60/90@2', '-64@3']);
  keys.up(60);
  expect(log.at(-1)).toBe('-60@3');
});

it('ends everything at once', () => {
  keys.pedal(true);
  keys.down(60, 80);
  keys.down(64, 80);
  keys.up(60);
  now = 5;
  keys.allUp();
  expect(log.slice(2)).toEqual(['-60@5', '-64@5']);
  keys.down(62, 80);
  keys.up(62);
  expect(log.at(-1)).toBe('-62@5');
});
