/** Completion of an audio context's listener, where the browser's has no parameters. */

const NAMES = [
  'positionX',
  'positionY',
  'positionZ',
  'forwardX',
  'forwardY',
  'forwardZ',
  'upX',
  'upY',
  'upZ',
] as const;

/**
 * Gives the listener parameters that move nothing. Firefox has none
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1283029), and Tone.js opens no context without them.
 */
export function completeListener(context: BaseAudioContext): void {
  for (const name of NAMES) {
    if (context.listener[name] instanceof AudioParam) continue;
    const value = new StereoPannerNode(context).pan;
    Object.defineProperty(context.listener, name, { value, configurable: true });
  }
}
