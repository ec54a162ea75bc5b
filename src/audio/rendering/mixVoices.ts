/** Adds the notes of a stretch together: recordings at their pitch and loudness, as long as they sound. */
import { DAMPING, damped, decayPerFrame, STRAIGHT_FROM } from './damper';

/** A note as it sounds, in frames of the file. */
export interface Voice {
  /** Index of its recording. */
  recording: number;
  /** Frames of the recording for each frame of the file. */
  rate: number;
  /** Linear, 0..1. */
  amplitude: number;
  from: number;
  /** Frame at which the key is released. */
  release: number;
  /** Frame at which it has died away. */
  to: number;
}

/** One or two channels of the same length. */
export type RecordedChannels = readonly Float32Array[];

export interface Mix {
  left: Float32Array<ArrayBuffer>;
  right: Float32Array<ArrayBuffer>;
}

/**
 * @param voices ordered by `from`
 * @param start frame of the file at which the stretch begins
 * @param frames its length
 */
export function mixVoices(
  voices: readonly Voice[],
  recordings: readonly RecordedChannels[],
  start: number,
  frames: number,
  sampleRate: number,
): Mix {
  const mix = { left: new Float32Array(frames), right: new Float32Array(frames) };
  for (const voice of voices) {
    if (voice.from >= start + frames) break;
    if (voice.to > start) add(voice, recordings[voice.recording], mix, start, sampleRate);
  }
  return mix;
}

/** Full amplitude up to the release, then the damper's curve, of which the end is straight. */
function add(
  { rate, amplitude, from, release, to }: Voice,
  recording: RecordedChannels,
  mix: Mix,
  start: number,
  sampleRate: number,
): void {
  // Between two frames of the recording lies a straight line; after its last one there is none.
  const recorded = from + Math.ceil((recording[0].length - 1) / rate);
  const end = Math.min(to, start + mix.left.length, recorded);
  const bend = release + Math.floor(STRAIGHT_FROM * DAMPING * sampleRate);
  let frame = Math.max(from, start);
  const addUntil = (limit: number, factor: number, slope: number): void => {
    if (limit <= frame) return;
    const gain = amplitude * damped((frame - release) / sampleRate);
    const place = { at: frame - start, until: limit - start, position: (frame - from) * rate };
    addStretch(mix, recording, place, rate, { gain, factor, slope });
    frame = limit;
  };
  addUntil(Math.min(end, release), 1, 0);
  addUntil(Math.min(end, bend), decayPerFrame(sampleRate), 0);
  const rest = DAMPING * sampleRate - (frame - release);
  if (rest > 0) addUntil(end, 1, (-amplitude * damped((frame - release) / sampleRate)) / rest);
}

/**
 * @param place frames of the mix, and of the recording at the first of them
 * @param level gain at the first frame; each next one is `gain * factor + slope`
 */
function addStretch(
  { left, right }: Mix,
  [first, second = first]: RecordedChannels,
  { at, until, position: begin }: { at: number; until: number; position: number },
  rate: number,
  { gain: loudness, factor, slope }: { gain: number; factor: number; slope: number },
): void {
  let gain = loudness;
  let position = begin;
  for (let i = at; i < until; i++) {
    const index = position | 0;
    const share = position - index;
    const l = first[index];
    const r = second[index];
    left[i] += gain * (l + share * (first[index + 1] - l));
    right[i] += gain * (r + share * (second[index + 1] - r));
    position += rate;
    gain = gain * factor + slope;
  }
}
