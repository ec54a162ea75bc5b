/** Bars of encoded rows. */
import type { GridMeter } from '../encoding/barPosition';
import type { Rows } from '../encoding/encoding';
import { TICK_CLASSES } from '../encoding/tickClasses';
import { type Bar, BarCollector, BarGrid } from './bars';

/** Columns of a note's values in a row. */
export interface NoteColumns {
  time: number;
  pitch: number;
  duration: number;
  velocity: number;
}

/** @param meters see `BarGrid` */
export function barsOf(
  { data, width }: Rows,
  columns: NoteColumns,
  meters: readonly GridMeter[],
): Bar[] {
  const grid = new BarGrid(meters);
  const collector = new BarCollector();
  let tick = 0;
  for (let at = 0; at < data.length; at += width) {
    tick += TICK_CLASSES[data[at + columns.time]];
    collector.add(grid.at(tick), {
      pitch: data[at + columns.pitch],
      duration: data[at + columns.duration],
      velocity: data[at + columns.velocity],
    });
  }
  return collector.bars;
}
