/** Job "compose": samples a take from a checkpoint; silent or stuck ones are tried again. */
import { type ComposedRows, createComposer } from '../../model/composer';
import { presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { Rows } from '../../music/encoding/encoding';
import { unpackSong } from '../../music/packedSong';
import { Random } from '../../music/random';
import type { Note } from '../../music/song';
import { nextTask } from '../../training/nextTask';
import type { ComposeInput, Handler } from '../protocol';

/** Seeds tried before a take is handed over as it is. */
const ATTEMPTS = 4;
/** A take shorter than this may well be one note. */
const SHORTEST_JUDGED = 4;
/** The worker looks for messages at least this often, milliseconds. */
const BREATH = 16;

export const compose: Handler<'compose'> = async function* (input, { signal }) {
  const { checkpoint, settings } = input;
  const preset = presets[checkpoint.preset];
  const encoding = encodings[checkpoint.encoding.id];
  if (encoding.version !== checkpoint.encoding.version) {
    throw new Error('This model was trained by another version of Etude and cannot compose here.');
  }
  const weights = checkpoint.best?.weights ?? checkpoint.weights;
  const composer = createComposer(preset, weights, checkpoint.settings.sequenceLength);
  const opening = openingRows(input);
  const openingNotes = opening.data.length / opening.width;
  const remarks: string[] = [];

  for (let attempt = 0; ; attempt++) {
    const seed = settings.seed + attempt;
    const steps = composer.compose({
      opening,
      length: settings.length,
      temperature: settings.temperature,
      topP: settings.topP,
      random: Random.fromSeed(seed),
    });
    let composed: ComposedRows | undefined;
    let breathed = performance.now();
    while (!composed) {
      const next = steps.next();
      if (next.done) {
        composed = next.value;
      } else if (performance.now() - breathed > BREATH) {
        yield { notes: next.value, total: settings.length };
        await nextTask();
        breathed = performance.now();
        if (signal.aborted) throw new Error('Composing was cancelled.');
      }
    }
    const notes = encoding.decode(composed.rows);
    const fault = faultOf(notes.slice(openingNotes));
    if (!fault || attempt + 1 === ATTEMPTS) {
      if (fault) remarks.push(`Seed ${seed} gave ${fault} as well; this is it.`);
      return { notes, odds: composed.odds, ppq: encoding.ppq, openingNotes, seed, remarks };
    }
    remarks.push(`Seed ${seed} gave ${fault}; tried seed ${seed + 1}.`);
  }
};

/** The first rows of the opening piece. */
function openingRows({ checkpoint, opening }: ComposeInput): Rows {
  const encoding = encodings[checkpoint.encoding.id];
  const width = encoding.columns.length;
  if (!opening) return { width, data: new Int32Array(0) };
  const rows = encoding.encode(unpackSong(opening.song));
  return { width, data: rows.data.slice(0, opening.notes * width) };
}

/** What is wrong with composed notes, to be put after "gave"; undefined if nothing. */
function faultOf(notes: readonly Note[]): string | undefined {
  if (notes.length === 0) return 'silence';
  if (notes.length < SHORTEST_JUDGED) return undefined;
  return notes.every(({ pitch }) => pitch === notes[0].pitch)
    ? 'one note again and again'
    : undefined;
}
