import { describe, expect, it } from 'vitest';
import { DAMPING, damped } from './damper';
import { mixVoices, type Voice } from './mixVoices';

const RATE = 1000;
/** Two channels: a ramp and its opposite. */
const ramp = [1, -1].map((sign) =>
  Float32Array.from({ length: 2000 }, (_, i) => (sign * i) / 2000),
);
const constant = [new Float32Array(5000).fill(1)];

const voice = (change: Partial<Voice>): Voice => ({
  recording: 0,
  rate: 1,
  amplitude: 1,
  from: 0,
  release: 10_000,
  to: 10_000,
  ...change,
});

describe('mixVoices', () => {
  it('plays a recording at its pitch, between its frames in a straight line', () => {
    const { left, right } = mixVoices(
      [voice({ rate: 1.5, amplitude: 0.5, from: 3 })],
      [ramp],
      0,
      8,
      RATE,
    );
    const expected = [0, 0, 0, 0, 1.5, 3, 4.5, 6].map((frame) => (0.5 * frame) / 2000);
    left.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 6);
      expect(right[i]).toBeCloseTo(-expected[i], 6);
    });
  });

  it('adds notes, and plays one channel on both sides', () => {
    const voices = [voice({ amplitude: 0.25 }), voice({ amplitude: 0.5, from: 2 })];
    const { left, right } = mixVoices(voices, [constant], 0, 4, RATE);
    expect([...left]).toEqual([0.25, 0.25, 0.75, 0.75]);
    expect([...right]).toEqual([...left]);
  });

  it('fades a note from its release on as the damper does, and is silent then', () => {
    const release = 100;
    const to = release + DAMPING * RATE;
    const { left } = mixVoices([voice({ release, to })], [constant], 0, 600, RATE);
    left.forEach((value, i) => {
      expect(value).toBeCloseTo(i < to ? damped((i - release) / RATE) : 0, 3);
    });
  });

  it('is silent after the end of a recording', () => {
    const { left } = mixVoices([voice({ rate: 2 })], [ramp], 900, 200, RATE);
    expect(left[99]).toBeGreaterThan(0.9);
    expect([...left.slice(100)]).toEqual(Array(100).fill(0));
  });

  it('has no seams, wherever a stretch begins', () => {
    const voices = [
      voice({ rate: 0.7, release: 300, to: 650 }),
      voice({ rate: 1.3, from: 120, release: 500, to: 850 }),
    ];
    const whole = mixVoices(voices, [ramp], 0, 900, RATE).left;
    for (const step of [50, 128, 333]) {
      const parts: number[] = [];
      for (let from = 0; from < 900; from += step) {
        parts.push(...mixVoices(voices, [ramp], from, Math.min(step, 900 - from), RATE).left);
      }
      parts.forEach((value, i) => {
        expect(value).toBeCloseTo(whole[i], 5);
      });
    }
  });
});
