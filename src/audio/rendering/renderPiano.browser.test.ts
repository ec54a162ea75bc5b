import { beforeAll, describe, expect, it } from 'vitest';
import { AudioOutput } from '../audioOutput';
import { limiterDelay } from '../limiter';
import type { PianoSamples } from '../pianoSamples';
import { ToneVoices } from '../toneVoices';
import { renderPiano } from './renderPiano';
import type { Strike } from './strikes';

const RATE = 44_100;

/** Two recordings of three seconds, an octave apart, that decay. */
function recordings(): PianoSamples {
  const tone = (hertz: number): AudioBuffer => {
    const buffer = new AudioBuffer({ length: 3 * RATE, sampleRate: RATE });
    const wave = Float32Array.from({ length: 3 * RATE }, (_, i) => {
      const seconds = i / RATE;
      return 0.4 * Math.exp(-seconds) * Math.sin(2 * Math.PI * hertz * seconds);
    });
    buffer.copyToChannel(wave, 0);
    return buffer;
  };
  return { A3: tone(220), A4: tone(440) };
}

const strikes: Strike[] = [
  { pitch: 57, velocity: 100, attack: 0.1, release: 0.5 },
  { pitch: 60, velocity: 127, attack: 0.1, release: 1.1 },
  { pitch: 64, velocity: 127, attack: 0.12, release: 0.3 },
  { pitch: 69, velocity: 60, attack: 0.7, release: 1.2 },
  { pitch: 76, velocity: 127, attack: 0.9, release: 1.25 },
];

async function rendered(stretch?: number): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  for await (const { left } of renderPiano(strikes, recordings(), RATE, stretch)) parts.push(left);
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, x, i) => Math.max(most, Math.abs(x - (b[i] ?? 0))), 0);
}

describe('renderPiano', () => {
  let tone: typeof import('tone');

  beforeAll(async () => {
    window.TONE_SILENCE_LOGGING = true;
    tone = await import('tone');
  });

  it('sounds as the player does', async () => {
    const delay = (await limiterDelay(RATE)) / RATE;
    const heard = await tone.Offline(
      () => {
        const output = new AudioOutput(tone);
        const samples = recordings();
        const voices = new ToneVoices(tone, () => samples, output.input);
        const moments = strikes.flatMap(({ pitch, velocity, attack, release }) => [
          { time: attack, act: () => voices.attack(pitch, velocity, attack) },
          { time: release, act: () => voices.release(pitch, release) },
        ]);
        for (const { act } of moments.sort((a, b) => a.time - b.time)) act();
      },
      2,
      2,
      RATE,
    );
    const sound = await rendered();
    const played = heard.getChannelData(0).slice(Math.round(delay * RATE));
    expect(Math.max(...sound)).toBeGreaterThan(0.2);
    expect(largestDifference(sound, played)).toBeLessThan(2e-3);
  });

  it('has no seams between its stretches', async () => {
    const whole = await rendered();
    const parts = await rendered(0.2);
    expect(parts).toHaveLength(whole.length);
    expect(largestDifference(whole, parts)).toBeLessThan(2e-3);
  });

  it('is silent before the first note, and ends when the last has died away', async () => {
    const sound = await rendered();
    expect(sound.length / RATE).toBeCloseTo(1.25 + 0.35, 3);
    expect(Math.max(...sound.slice(0, 0.099 * RATE))).toBeLessThan(1e-6);
    expect(Math.max(...sound.slice(0.1 * RATE, 0.11 * RATE))).toBeGreaterThan(0.05);
  });
});
