/**
 * Renders key strokes with the sampled piano, stretch by stretch, as fast as the browser can and
 * off the main thread. A stretch begins within the sound of the one before: notes that still ring
 * are started in mid-recording, and a lead brings the limiter into its state.
 */

import { connectOutput, limiterDelay } from '../limiter';
import { amplitudeOfVelocity } from '../loudness';
import type { PianoSamples } from '../pianoSamples';
import { DAMPING, scheduleAmplitude } from './damper';
import { nearestRecording, type Recording, recordingsOf } from './recordings';
import type { Strike } from './strikes';

/** Seconds of a stretch: what is cancelled is rendered no further than this. */
const STRETCH = 20;
/** Seconds before a stretch in which the limiter settles. Its release takes 10 ms. */
const LEAD = 0.5;

/** Frames that browsers compute at once. Stretches begin at multiples: limiters work in blocks. */
const QUANTUM = 128;

export interface Stretch {
  left: Float32Array<ArrayBuffer>;
  right: Float32Array<ArrayBuffer>;
  /** Share of the whole that is rendered after this stretch, 0..1. */
  progress: number;
}

/** A note as it sounds, in frames of the file. */
interface Voice {
  recording: Recording;
  rate: number;
  amplitude: number;
  from: number;
  /** Frame at which the key is released. */
  release: number;
  /** Frame at which it has died away. */
  to: number;
}

/**
 * @param strikes ordered by onset
 * @param stretch seconds
 * @yields the sound in stretches that follow each other, stereo
 */
export async function* renderPiano(
  strikes: readonly Strike[],
  samples: PianoSamples,
  sampleRate: number,
  stretch = STRETCH,
): AsyncGenerator<Stretch> {
  const recordings = recordingsOf(samples);
  const voices = strikes.map((strike) => voiceOf(strike, recordings, sampleRate));
  const length = voices.reduce((end, { to }) => Math.max(end, to), 0);
  const delay = await limiterDelay(sampleRate);
  const step = wholeQuanta(stretch * sampleRate);
  for (let from = 0; from < length; from += step) {
    const to = Math.min(length, from + step);
    const lead = Math.min(from, wholeQuanta(LEAD * sampleRate));
    const skip = lead + delay;
    const context = new OfflineAudioContext(2, to - from + skip, sampleRate);
    const start = from - lead;
    const end = to + delay;
    const output = connectOutput(context);
    for (const voice of voices) {
      if (voice.from >= end) break;
      if (voice.to > start) play(voice, start, output, context);
    }
    const sound = await context.startRendering();
    const [left, right] = [0, 1].map((channel) => sound.getChannelData(channel).slice(skip));
    yield { left, right, progress: to / length };
  }
}

function wholeQuanta(frames: number): number {
  return Math.ceil(frames / QUANTUM) * QUANTUM;
}

function voiceOf(
  { pitch, velocity, attack, release }: Strike,
  recordings: readonly Recording[],
  sampleRate: number,
): Voice {
  const recording = nearestRecording(recordings, pitch);
  const rate = 2 ** ((pitch - recording.pitch) / 12);
  const from = Math.round(attack * sampleRate);
  const released = Math.round(release * sampleRate);
  const rings = Math.ceil((recording.buffer.duration / rate) * sampleRate);
  const to = Math.min(from + rings, released + Math.ceil(DAMPING * sampleRate));
  return { recording, rate, amplitude: amplitudeOfVelocity(velocity), from, release: released, to };
}

/** @param start frame of the file at which the context begins */
function play(
  { recording, rate, amplitude, from, release, to }: Voice,
  start: number,
  output: AudioNode,
  context: OfflineAudioContext,
): void {
  const { sampleRate } = context;
  const source = new AudioBufferSourceNode(context, {
    buffer: recording.buffer,
    playbackRate: rate,
  });
  const envelope = new GainNode(context);
  scheduleAmplitude(envelope.gain, amplitude, (release - start) / sampleRate);
  source.connect(envelope).connect(output);
  const missed = Math.max(0, start - from) / sampleRate;
  source.start(Math.max(0, from - start) / sampleRate, missed * rate);
  source.stop((to - start) / sampleRate);
}
