/**
 * Composes with the polyphonic network, several takes as one batch: for each note the time, then
 * its place in the bar, then the key, the length and the velocity, each drawn given those before it.
 */

import { type ComposingKernels, plainKernels } from '../../engine/composingKernels';
import { barPosition, gridMeters } from '../../music/encoding/barPosition';
import type { EncodingColumn } from '../../music/encoding/encoding';
import { STUDIO_COLUMNS as COLUMN } from '../../music/encoding/studio';
import { GRID_PPQ } from '../../music/encoding/tickClasses';
import type { ComposedRow, ComposeOptions, Composer } from '../composer';
import { noteOdds } from '../noteOdds';
import type { PolyphonicArchitecture } from '../preset';
import { sample, softmax } from '../sampling';
import type { NamedWeight } from '../weightValues';
import { ComposingHead } from './composingHead';
import { ComposingLstm } from './composingLstm';
import { TakeConstraints } from './takeConstraints';

/** @throws {Error} with a plain sentence if the weights belong to another network */
export function createPolyphonicComposer(
  architecture: PolyphonicArchitecture,
  columns: readonly EncodingColumn[],
  weights: readonly NamedWeight[],
  kernels: ComposingKernels = plainKernels,
): Composer {
  const head = (index: number): ComposingHead =>
    new ComposingHead(architecture, columns, index, weights, kernels.makeDense);
  const heads = {
    time: head(COLUMN.time),
    pitch: head(COLUMN.pitch),
    duration: head(COLUMN.duration),
    velocity: head(COLUMN.velocity),
  };

  /** The take's next row; undefined if the take has ended. */
  function composeRow(
    take: TakeConstraints,
    state: Float32Array,
    { topP, rhythmTemperature, temperature }: ComposeOptions,
  ): Omit<ComposedRow, 'take'> | undefined {
    const rhythm = { temperature: rhythmTemperature, topP };
    const place = (): number[] => {
      const { meter, bar, beat } = barPosition(take.tick, take.meter);
      return [meter, bar, beat];
    };
    const times = take.possibleTimes(heads.time.logits(state, []));
    // Chords are ordered upwards, so joining the chord is weighted by the probability of a key above
    // it; otherwise chords climb to the top of the keyboard.
    const joining = softmax(heads.pitch.logits(state, [0, ...place()]), temperature);
    times[0] += rhythmTemperature * Math.log(take.roomAbove(joining));
    const time = sample(times, rhythm, take.random);
    if (!take.advance(time)) return undefined;
    const row = [time, ...place()];

    const keys = heads.pitch.logits(state, row);
    row.push(sample(take.possibleKeys(keys), { temperature, topP }, take.random));
    const lengths = heads.duration.logits(state, row);
    lengths[0] = Number.NEGATIVE_INFINITY;
    row.push(sample(lengths, rhythm, take.random));
    row.push(sample(heads.velocity.logits(state, row), rhythm, take.random));
    const closing = take.compose(row);
    return { row, closing, odds: noteOdds(keys, row[COLUMN.pitch]) };
  }

  return {
    *compose(options): Generator<ComposedRow[], void, void> {
      const { prompt, random, pitchClasses } = options;
      const [meter] = gridMeters([options.timeSignature], GRID_PPQ);
      const lstm = new ComposingLstm(
        architecture,
        columns,
        weights,
        random.length,
        kernels.makeCell,
      );
      try {
        const takes = random.map((own) => new TakeConstraints(own, meter, pitchClasses));
        const latest: (readonly number[])[] = takes.map(() => columns.map(() => -1));
        lstm.read(latest);

        for (let at = 0; at < prompt.data.length; at += prompt.width) {
          const row = Array.from(prompt.data.subarray(at, at + prompt.width));
          const odds = noteOdds(heads.pitch.logits(lstm.state(0), row), row[COLUMN.pitch]);
          latest.fill(row);
          for (const take of takes) take.open(row);
          yield takes.map((_, take) => ({ take, row, odds }));
          lstm.read(latest);
        }

        for (const take of takes) take.endAfter(options.length, options.rest);
        while (takes.some(({ ended }) => !ended)) {
          const added = takes.flatMap((take, index): ComposedRow[] => {
            const composed = take.ended ? undefined : composeRow(take, lstm.state(index), options);
            if (!composed) return [];
            latest[index] = composed.row;
            return [{ take: index, ...composed }];
          });
          if (added.length > 0) yield added;
          // An ended take reads its last row again; its state is no longer used.
          lstm.read(latest);
        }
      } finally {
        lstm.dispose();
      }
    },
  };
}
