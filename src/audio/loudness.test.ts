import { expect, it } from 'vitest';
import { amplitudeOfVelocity } from './loudness';

it('runs from -40 dB at the softest touch to full amplitude, always rising', () => {
  expect(amplitudeOfVelocity(127)).toBeCloseTo(1, 12);
  expect(20 * Math.log10(amplitudeOfVelocity(1))).toBeCloseTo(-40, 9);
  for (let v = 2; v <= 127; v++) {
    expect(amplitudeOfVelocity(v)).toBeGreaterThan(amplitudeOfVelocity(v - 1));
  }
});
