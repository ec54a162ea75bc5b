import { describe, expect, it } from 'vitest';
import { keyChoice, withKey, withStrict } from './keyChoice';

const A_MINOR = [0, 2, 4, 5, 7, 8, 9, 11];
const F_SHARP_PENTATONIC = [1, 3, 6, 8, 10];

describe('of a network that was taught keys', () => {
  it('a key is asked for, and filters only on request', () => {
    const asked = withKey({}, true, '9 minor');
    expect(asked).toEqual({ key: 21, pitchClasses: undefined });
    expect(keyChoice(asked, true)).toMatchObject({
      option: { text: 'A minor' },
      strict: false,
      canChooseStrict: true,
    });
    const strict = withStrict(asked, true);
    expect(strict).toEqual({ key: 21, pitchClasses: A_MINOR });
    expect(keyChoice(strict, true)).toMatchObject({ option: { text: 'A minor' }, strict: true });
    expect(withStrict(strict, false)).toEqual(asked);
  });

  it('the filter follows the key until there is none', () => {
    const strict = { key: 21, pitchClasses: A_MINOR };
    expect(withKey(strict, true, '0 major')).toEqual({
      key: 0,
      pitchClasses: [0, 2, 4, 5, 7, 9, 11],
    });
    const none = withKey(strict, true, 'any');
    expect(none).toEqual({ key: undefined, pitchClasses: undefined });
    expect(keyChoice(none, true)).toMatchObject({
      option: { text: 'As in the pieces' },
      strict: false,
      canChooseStrict: false,
    });
  });

  it('a scale always filters, beside the major key on its tonic', () => {
    const scale = withKey({}, true, '6 pentatonic');
    expect(scale).toEqual({ key: 6, pitchClasses: F_SHARP_PENTATONIC });
    expect(keyChoice(scale, true)).toMatchObject({
      option: { text: 'F♯ pentatonic' },
      strict: true,
      canChooseStrict: false,
    });
    expect(withKey(scale, true, '6 major')).toEqual({ key: 6, pitchClasses: undefined });
  });
});

it('of other networks a key is a filter', () => {
  const chosen = withKey({}, false, '9 minor');
  expect(chosen).toEqual({ key: 21, pitchClasses: A_MINOR });
  expect(keyChoice(chosen, false)).toMatchObject({ option: { text: 'A minor' } });
  expect(keyChoice(chosen, false).strict).toBeUndefined();
  expect(keyChoice({ key: 21 }, false).option.text).toBe('Any key');
  expect(withKey(chosen, false, 'any').pitchClasses).toBeUndefined();
});
