/** The limiter of the output, for playback by Tone.js and for rendering without it. */

/** Gain for the recordings, which are quiet, in decibels. */
export const OUTPUT_GAIN = 4;

/**
 * Threshold in decibels. A browser's compressor makes up for about half of what it takes, and lets
 * the first milliseconds of a chord through: this low, the fullest chords stay below full scale.
 */
export const LIMITER_THRESHOLD = -12;

/** Further settings of Tone's limiter, which is a compressor. */
const TONE_LIMITER = { ratio: 20, attack: 0.003, release: 0.01, knee: 30 };

/** @returns gain and limiter in a row, connected to the context's destination */
export function connectOutput(context: BaseAudioContext): AudioNode {
  const input = new GainNode(context, { gain: 10 ** (OUTPUT_GAIN / 20) });
  input.connect(createLimiter(context)).connect(context.destination);
  return input;
}

function createLimiter(context: BaseAudioContext): AudioNode {
  return new DynamicsCompressorNode(context, { threshold: LIMITER_THRESHOLD, ...TONE_LIMITER });
}

/** Seconds of the impulse that is sent through the limiter. */
const PROBE = 0.05;

/**
 * Frames by which the limiter delays the sound: it looks ahead, by a time that the standard
 * leaves to the browser.
 */
export async function limiterDelay(sampleRate: number): Promise<number> {
  const context = new OfflineAudioContext(1, Math.ceil(PROBE * sampleRate), sampleRate);
  const buffer = new AudioBuffer({ length: 1, sampleRate });
  // Far below the threshold.
  buffer.getChannelData(0)[0] = 1e-3;
  const impulse = new AudioBufferSourceNode(context, { buffer });
  impulse.connect(createLimiter(context)).connect(context.destination);
  impulse.start();
  const heard = (await context.startRendering()).getChannelData(0);
  return heard.reduce((at, value, i) => (Math.abs(value) > Math.abs(heard[at]) ? i : at), 0);
}
