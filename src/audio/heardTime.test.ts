import { beforeEach, describe, expect, it } from 'vitest';
import { type AudioTime, HeardTime } from './heardTime';

let page: number;
let audio: { -readonly [K in keyof AudioTime]: AudioTime[K] };
let heard: HeardTime;

beforeEach(() => {
  page = 5000;
  audio = { currentTime: 1, baseLatency: 0.01, outputLatency: 0.03, state: 'running' };
  heard = new HeardTime(audio, () => page);
});

describe('HeardTime', () => {
  it('is behind the audio clock by the output latency', () => {
    expect(heard.now()).toBeCloseTo(0.97, 9);
    audio.outputLatency = 0;
    expect(heard.now()).toBeCloseTo(0.99, 9);
  });

  it('moves evenly where the audio clock moves in blocks', () => {
    let last = heard.now();
    for (let frame = 1; frame <= 120; frame++) {
      page += 1000 / 60;
      audio.currentTime = 1 + Math.floor((frame / 60) * 25) / 25;
      const now = heard.now();
      expect(now - last).toBeGreaterThan(0.012);
      expect(now - last).toBeLessThan(0.021);
      last = now;
    }
    expect(last).toBeGreaterThan(2.9);
    expect(last).toBeLessThan(3);
  });

  it('stands still while the audio clock is suspended', () => {
    heard.now();
    audio.state = 'suspended';
    page += 60_000;
    expect(heard.now()).toBeCloseTo(0.97, 9);
    audio.state = 'running';
    expect(heard.now()).toBeCloseTo(0.97, 9);
  });
});
