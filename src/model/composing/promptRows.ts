/** What opens a take, as the composer is given it: rows, and how long to wait after them. */

import { encodings } from '../../music/encoding';
import type { Rows } from '../../music/encoding/encoding';
import { unpackSong } from '../../music/packedSong';
import { pitchedNotes, type Song } from '../../music/song';
import { ticksPerBar } from '../../music/time';
import type { Preset } from '../preset';
import type { ComposingModel, PromptInput } from './contract';

export interface PromptRows {
  rows: Rows;
  /** So long after the last onset nothing is composed, in ticks of the encoding. */
  rest?: number;
}

/** The first rows of the prompt: a number of notes, the notes that begin in a number of bars, or all. */
export function promptRows(
  { model, prompt }: { model: Pick<ComposingModel, 'encoding'>; prompt?: PromptInput },
  { composing }: Pick<Preset, 'composing'>,
): PromptRows {
  const encoding = encodings[model.encoding.id];
  const width = encoding.columns.length;
  if (!prompt) return { rows: { width, data: new Int16Array(0) } };
  const song = unpackSong(prompt.song);
  const rows = encoding.encode(song);
  const { length, until } = prompt;
  if (length === undefined) return { rows, rest: restAfter(song, until, encoding.ppq) };
  if (composing.lengthUnit === 'notes') {
    return { rows: { width, data: rows.data.slice(0, length * width) } };
  }
  const end = length * ticksPerBar(song.timeSignatures[0], encoding.ppq);
  const opened = encoding.decode(rows).filter(({ tick }) => tick < end);
  return {
    rows: { width, data: rows.data.slice(0, opened.length * width) },
    rest: end - (opened.at(-1)?.tick ?? end),
  };
}

/** From the song's last onset to `until`, in ticks of `ppq`. */
function restAfter(song: Song, until: number | undefined, ppq: number): number | undefined {
  const last = pitchedNotes(song).at(-1);
  if (!last || until === undefined) return undefined;
  const onGrid = Math.round((last.tick * ppq) / song.ppq);
  return Math.max(0, Math.ceil((until * ppq) / song.ppq) - onGrid);
}
