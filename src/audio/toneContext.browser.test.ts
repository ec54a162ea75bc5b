import { afterEach, describe, expect, it } from 'vitest';
import { openTone } from './toneContext';

describe('openTone', () => {
  let context: AudioContext | undefined;
  afterEach(() => context?.close());

  it('opens on a context whose listener has no parameters, as in Firefox', async () => {
    context = new AudioContext();
    for (const name in AudioListener.prototype) {
      if (!/^(position|forward|up)[XYZ]$/.test(name)) continue;
      Object.defineProperty(context.listener, name, { value: undefined, configurable: true });
    }
    expect(context.listener.positionX).toBeUndefined();
    const tone = await openTone(context);
    expect(tone.getContext().rawContext).toBe(context);
    expect(tone.getListener().positionX.value).toBe(0);
  });
});
