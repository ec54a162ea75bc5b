import { beforeAll, describe, expect, it } from 'vitest';
import { ToneVoices } from './toneVoices';

const SECONDS = 0.5;

describe('ToneVoices', () => {
  let tone: typeof import('tone');

  beforeAll(async () => {
    window.TONE_SILENCE_LOGGING = true;
    tone = await import('tone');
  });

  /** What the pitches sound like when struck together, before any limiter. */
  async function render(pitches: readonly number[], samples?: AudioBuffer): Promise<Float32Array> {
    const rendered = await tone.Offline(() => {
      const recordings = samples && { A4: samples };
      const voices = new ToneVoices(tone, () => recordings, new tone.Gain(1).toDestination());
      for (const pitch of pitches) voices.attack(pitch, 90, 0.05);
      for (const pitch of pitches) voices.release(pitch, 0.3);
    }, SECONDS);
    return rendered.getChannelData(0);
  }

  const peak = (samples: Float32Array): number =>
    samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

  /** The largest difference between a chord and its two halves played apart and added up. */
  function difference(chord: Float32Array, a: Float32Array, b: Float32Array): number {
    return peak(chord.map((sample, i) => sample - a[i] - b[i]));
  }

  const low = Array.from({ length: 32 }, (_, i) => 24 + i);
  const high = Array.from({ length: 32 }, (_, i) => 56 + i);

  it('drops none of 64 notes of the synth', async () => {
    const [chord, a, b] = [await render([...low, ...high]), await render(low), await render(high)];
    expect(peak(a)).toBeGreaterThan(0.1);
    expect(peak(b)).toBeGreaterThan(0.1);
    expect(difference(chord, a, b)).toBeLessThan(1e-3);
  });

  it('drops none of 64 notes of the sampled piano', async () => {
    const samples = new AudioBuffer({ length: 44_100, sampleRate: 44_100 });
    samples.copyToChannel(
      Float32Array.from({ length: 44_100 }, (_, i) => 0.2 * Math.sin(i * 0.0627)),
      0,
    );
    const chord = await render([...low, ...high], samples);
    const [a, b] = [await render(low, samples), await render(high, samples)];
    expect(peak(a)).toBeGreaterThan(0.1);
    expect(peak(b)).toBeGreaterThan(0.1);
    expect(difference(chord, a, b)).toBeLessThan(1e-3);
  });

  it('is silent before the attack and after the release has died away', async () => {
    const sound = await render([69]);
    const rate = sound.length / SECONDS;
    expect(peak(sound.slice(0, 0.045 * rate))).toBe(0);
    expect(peak(sound.slice(0.06 * rate, 0.3 * rate))).toBeGreaterThan(0.01);
    expect(peak(sound.slice(0.48 * rate))).toBeLessThan(peak(sound.slice(0, 0.3 * rate)) / 4);
  });
});
