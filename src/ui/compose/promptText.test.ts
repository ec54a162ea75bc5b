import { describe, expect, it } from 'vitest';
import { makeTake } from '../testApp';
import { continueTick, openingText } from './promptText';

/** Four quarter notes: one bar of 1920 ticks. */
const take = makeTake('Take 3');

describe('continueTick', () => {
  it('is the playhead inside the take', () => {
    expect(continueTick(take, 960.4)).toBe(960);
  });
  it('is the end where another take is shown, or the playhead stands at either end', () => {
    expect(continueTick(take)).toBe(1920);
    expect(continueTick(take, 0)).toBe(1920);
    expect(continueTick(take, 5000)).toBe(1920);
  });
});

describe('openingText', () => {
  it('names the piece, or the take and the place from which it was continued', () => {
    expect(openingText(take)).toBeUndefined();
    expect(openingText({ ...take, promptTitle: 'Solace' })).toBe('opens with Solace');
    const from = (tick: number): string | undefined =>
      openingText({
        ...take,
        promptTitle: 'Take 1',
        promptSource: { kind: 'take', id: 'a', tick },
      });
    expect(from(1920)).toBe('continues Take 1 from bar 2.1');
    expect(from(2880)).toBe('continues Take 1 from bar 2.3');
  });
});
