/**
 * Renders key strokes with the sampled piano, stretch by stretch. A worker mixes the notes, ten
 * times as fast as a graph of one source and one gain for each of them; the browser's own limiter
 * then works on the mix. A lead before each stretch brings it into its state.
 */
import { connectOutput, limiterDelay } from '../limiter';
import { amplitudeOfVelocity } from '../loudness';
import type { PianoSamples } from '../pianoSamples';
import { DAMPING } from './damper';
import { WorkerMixer } from './mixInWorker';
import type { Mix, RecordedChannels, Voice } from './mixVoices';
import { nearestRecording, type Recording, recordingsOf } from './recordings';
import type { Strike } from './strikes';

/** Seconds of a stretch: what is cancelled is rendered no further than this. */
const STRETCH = 20;
/** Seconds before a stretch in which the limiter settles. Its release takes 10 ms. */
const LEAD = 0.5;

/** Frames that browsers compute at once. Stretches begin at multiples: limiters work in blocks. */
const QUANTUM = 128;

export interface Stretch extends Mix {
  /** Share of the whole that is rendered after this stretch, 0..1. */
  progress: number;
}

/** Frames of the file that are mixed, and how many of the limiter's are left out at their start. */
interface Span {
  start: number;
  frames: number;
  skip: number;
  progress: number;
}

/**
 * @param strikes ordered by onset
 * @param stretch seconds
 * @yields the sound in stretches that follow each other
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
  const spans = spansOf(length, delay, stretch, sampleRate);
  const mixer = new WorkerMixer();
  try {
    await mixer.open(voices, recordings.map(channelsOf), sampleRate);
    let mixing = spans.length > 0 ? mixer.mix(spans[0].start, spans[0].frames) : undefined;
    for (const [i, { skip, progress }] of spans.entries()) {
      const mix = await mixing;
      const next = spans[i + 1];
      // The next stretch is mixed while this one is limited and encoded.
      mixing = next && mixer.mix(next.start, next.frames);
      mixing?.catch(() => {});
      if (mix) yield { ...(await limited(mix, skip, sampleRate)), progress };
    }
  } finally {
    mixer.close();
  }
}

function spansOf(length: number, delay: number, stretch: number, sampleRate: number): Span[] {
  const step = wholeQuanta(stretch * sampleRate);
  return Array.from({ length: Math.ceil(length / step) }, (_, i) => {
    const from = i * step;
    const to = Math.min(length, from + step);
    const lead = Math.min(from, wholeQuanta(LEAD * sampleRate));
    const skip = lead + delay;
    return { start: from - lead, frames: to - from + skip, skip, progress: to / length };
  });
}

function wholeQuanta(frames: number): number {
  return Math.ceil(frames / QUANTUM) * QUANTUM;
}

function channelsOf({ buffer }: Recording): RecordedChannels {
  return [0, 1].slice(0, buffer.numberOfChannels).map((channel) => buffer.getChannelData(channel));
}

function voiceOf(
  { pitch, velocity, attack, release }: Strike,
  recordings: readonly Recording[],
  sampleRate: number,
): Voice {
  const nearest = nearestRecording(recordings, pitch);
  const { buffer } = nearest;
  const rate = 2 ** ((pitch - nearest.pitch) / 12) * (buffer.sampleRate / sampleRate);
  const from = Math.round(attack * sampleRate);
  const released = Math.round(release * sampleRate);
  const rings = Math.ceil(buffer.length / rate);
  return {
    recording: recordings.indexOf(nearest),
    rate,
    amplitude: amplitudeOfVelocity(velocity),
    from,
    release: released,
    to: Math.min(from + rings, released + Math.ceil(DAMPING * sampleRate)),
  };
}

/** Through the player's gain and limiter. @param skip frames that are left out at the start */
async function limited({ left, right }: Mix, skip: number, sampleRate: number): Promise<Mix> {
  const context = new OfflineAudioContext(2, left.length, sampleRate);
  const buffer = new AudioBuffer({ length: left.length, numberOfChannels: 2, sampleRate });
  buffer.copyToChannel(left, 0);
  buffer.copyToChannel(right, 1);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(connectOutput(context));
  source.start();
  const sound = await context.startRendering();
  return {
    left: sound.getChannelData(0).slice(skip),
    right: sound.getChannelData(1).slice(skip),
  };
}
