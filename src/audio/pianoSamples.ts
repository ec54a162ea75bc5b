/** The sampled piano: addresses of its files, and loading them. */
import { t } from '../texts/t';
import { fromOnset } from './sampleOnset';

/** Every sixth semitone from A0; a sharp is written `s`, as in the file names. */
const SAMPLED_NOTES = [
  ...['A0', 'Ds1', 'A1', 'Ds2', 'A2', 'Ds3', 'A3', 'Ds4', 'A4', 'Ds5', 'A5', 'Ds6', 'A6', 'Ds7'],
  'A7',
];

/** One recording for each sampled note, from its onset on, under the name Tone.js gives the note ("D#4"). */
export type PianoSamples = Record<string, AudioBuffer>;

/** The folder that ships with the app, beside the page. */
export function shippedPianoFolder(): URL {
  return new URL('generated/piano/', document.baseURI);
}

/** @throws Error where a file is missing or cannot be decoded */
export async function loadPianoSamples(
  folder: URL,
  context: BaseAudioContext,
): Promise<PianoSamples> {
  const entries = await Promise.all(
    SAMPLED_NOTES.map(async (name): Promise<[string, AudioBuffer]> => {
      const response = await fetch(new URL(`${name}.mp3`, folder));
      if (!response.ok) throw new Error(t('playback.sampleNotLoaded', { name }));
      const recording = await context.decodeAudioData(await response.arrayBuffer());
      return [name.replace('s', '#'), fromOnset(recording)];
    }),
  );
  return Object.fromEntries(entries);
}
