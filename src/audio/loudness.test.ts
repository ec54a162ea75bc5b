import { expect, it } from 'vitest';
import { amplitudeOfVelocity } from './loudness';

it('rises from -40 dB at velocity 1 to full amplitude at 127', () => {
  expect(amplitudeOfVelocity(127)).toBeCloseTo(1, 12);
  expect(20 * Math.log10(amplitudeOfVelocity(1))).toBeCloseTo(-40, 9);
  for (let v = 2; v <= 127; v++) {
    expect(amplitudeOfVelocity(v)).toBeGreaterThan(amplitudeOfVelocity(v - 1));
  }
});
