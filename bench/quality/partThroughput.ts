/** Part "throughput": notes per second, in training by preset, and in composing. */

import { type Preset, presets } from '../../src/model/preset';
import { presetTitle } from '../../src/model/presetTexts';
import { encodings } from '../../src/music/encoding';
import { packSong } from '../../src/music/packedSong';
import { librarySongs } from '../../src/music/testSongs';
import { defaultTempoAndMeter } from '../../src/training/typicalMeter';
import { composeBatch } from './composeTakes';
import { encodeSongs, splitByTenth } from './data';
import { formsOf } from './forms';
import { trainOn } from './judge';
import { judged } from './judgedPresets';
import type { Figures, Part, PartContext } from './part';

const IDS = ['form-small', 'form-medium', 'form-large'] as const;

const songs = librarySongs();
/** Takes per batch, as in the app. */
const TAKES = 4;
const ROUNDS = 5;

export const throughput: Part = {
  name: 'throughput',
  title: 'Notes a second in training, 2 threads, and in composing, 1 thread, the sample library',
  async measure({ worker, quick }) {
    const figures: Figures = {};
    const rows: string[][] = [];
    for (const id of IDS) {
      const report = await train(worker, presets[id], quick);
      figures[`${id.replace('form-', 'studio_')}_notes_per_second`] = report.notesPerSecond;
      rows.push([presetTitle(id), report.notesPerSecond.toFixed(0), String(report.threads), '']);
    }
    const report = await train(worker, judged, quick);
    const composed = await composedNotesPerSecond(worker, quick);
    figures.studio_notes_per_second = report.notesPerSecond;
    figures.composed_notes_per_second = composed;
    rows.push([
      `${presetTitle(judged.id)}, ${TAKES} takes at once`,
      report.notesPerSecond.toFixed(0),
      String(report.threads),
      composed.toFixed(0),
    ]);
    return {
      figures,
      table: { head: ['preset', 'notes a second', 'threads', 'composed notes a second'], rows },
    };
  },
};

function train(
  worker: PartContext['worker'],
  preset: Preset,
  quick: boolean,
): ReturnType<typeof trainOn> {
  const encoding = encodings[preset.encoding];
  const pieces = splitByTenth(encodeSongs(songs, encoding));
  const settings = { ...preset.defaults, epochs: quick ? 1 : 3 };
  return trainOn(worker, pieces, preset, settings, encoding.columns);
}

/** Median over the rounds after a warm-up round. */
async function composedNotesPerSecond(
  worker: PartContext['worker'],
  quick: boolean,
): Promise<number> {
  const timeSignature = {
    tick: 0,
    ...defaultTempoAndMeter(songs.map(({ song }) => packSong(song))).timeSignature,
  };
  const encoding = encodings[judged.encoding];
  const forms = formsOf(encodeSongs(songs, encoding), encoding);
  const speeds: number[] = [];
  for (let round = 0; round <= (quick ? 1 : ROUNDS); round++) {
    const seeds = Array.from({ length: TAKES }, (_, i) => 100 * round + i);
    const { takes, seconds } = await composeBatch(worker, seeds, { timeSignature, forms });
    const notes = takes.reduce((sum, take) => sum + take.notes.length, 0);
    if (round > 0) speeds.push(notes / seconds);
  }
  return speeds.sort((a, b) => a - b)[speeds.length >> 1];
}
