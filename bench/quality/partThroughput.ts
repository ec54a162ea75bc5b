/** Part "throughput": notes a second that each Studio preset learns from. */
import { presets } from '../../src/model/preset';
import { studio } from '../../src/music/encoding/studio';
import { librarySongs } from '../../src/music/testSongs';
import { splitByTenth } from './data';
import { trainOn } from './judge';
import type { Part } from './parts';

const IDS = ['studio-small', 'studio-medium', 'studio-large'] as const;

export const throughput: Part = {
  name: 'throughput',
  title: 'Notes a second in training, 2 threads, the sample library',
  async measure({ worker, quick }) {
    const pieces = splitByTenth(
      librarySongs().map(({ name, song }) => ({ id: name, rows: studio.encode(song) })),
    );
    const figures: Record<string, number> = {};
    const rows: string[][] = [];
    for (const id of IDS) {
      const preset = presets[id];
      const settings = { ...preset.defaults, epochs: quick ? 1 : 3 };
      const report = await trainOn(worker, pieces, preset, settings, studio.columns);
      figures[`${id.replace('-', '_')}_notes_per_second`] = report.notesPerSecond;
      rows.push([preset.title, report.notesPerSecond.toFixed(0), String(report.threads)]);
    }
    figures.studio_notes_per_second = figures.studio_medium_notes_per_second;
    return { figures, table: { head: ['preset', 'notes a second', 'threads'], rows } };
  },
};
