import { describe, expect, it } from 'vitest';
import { initialState } from '../../app/initialState';
import { drawingOf, wildnessOf, wildnessText } from './wildness';

describe('wildness', () => {
  it('stands in the middle on a new page', () => {
    const { settings } = initialState().compose;
    expect(wildnessOf(settings)).toBe(0.5);
    expect(wildnessText(settings)).toBe('Balanced');
    expect(settings).toMatchObject(drawingOf(0.5));
  });

  it('moves temperatures and top-p together, there and back', () => {
    for (const place of [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) {
      expect(wildnessOf(drawingOf(place))).toBe(place);
    }
    expect(drawingOf(1)).toEqual({ temperature: 1.2, rhythmTemperature: 1.2, topP: 0.98 });
    expect(wildnessText(drawingOf(0))).toBe('Safe');
    expect(wildnessText(drawingOf(1))).toBe('Wild');
  });

  it('names settings that no place has', () => {
    const settings = { temperature: 2, rhythmTemperature: 1, topP: 1 };
    expect(wildnessOf(settings)).toBe(1);
    expect(wildnessText(settings)).toBe('Custom');
  });
});
