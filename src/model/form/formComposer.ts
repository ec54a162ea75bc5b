/**
 * Composes with the network with form, several takes as one batch: for each note the time, whether
 * the take ends with it, the key, the velocity and the length, each drawn given those before it and
 * the take's plan, memory and conditions.
 */

import { type ComposingKernels, plainKernels } from '../../engine/composingKernels';
import type { EncodingColumn } from '../../music/encoding/encoding';
import { withheldBits, withholder } from '../../music/encoding/withhold';
import { FORM_COLUMNS as COLUMN } from '../../music/form/columns';
import type { ComposedRow, ComposeOptions, Composer } from '../composer';
import { noteOdds } from '../noteOdds';
import { ComposingHead } from '../polyphonic/composingHead';
import { ComposingLstm } from '../polyphonic/composingLstm';
import type { PolyphonicArchitecture } from '../preset';
import { sample, softmax } from '../sampling';
import type { NamedWeight } from '../weightValues';
import { FormTake } from './formTake';
import { takeConditions } from './takeConditions';

/** @throws {Error} with a plain sentence if the weights belong to another network */
export function createFormComposer(
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
    end: head(COLUMN.end),
  };
  const withhold = withholder(columns);

  /** Appends the columns derived from the row so far. */
  function complete(take: FormTake, row: number[]): number[] {
    take.derivation.complete(row);
    // Memory could lock a take into a loop: it is used only where the plan has a repeat, and never
    // after a loop of full length.
    const remembers = take.planned && !take.derivation.isLooping(row[COLUMN.time] ?? 0);
    withhold(remembers ? LOOSE : MEMORY, row, 0);
    return row;
  }

  /** The take's next row; undefined if the take has ended. */
  function composeRow(
    take: FormTake,
    state: Float32Array,
    { topP, rhythmTemperature, temperature }: ComposeOptions,
  ): Omit<ComposedRow, 'take'> | undefined {
    // Nucleus sampling is for keys. Of times it would keep the likeliest, joining the chord, too often:
    // chords would grow to twice the notes of the music that was learnt.
    const rhythm = { temperature: rhythmTemperature, topP: 1 };
    const row = complete(take, []);
    const pitchState = heads.pitch.project(state);
    const times = take.possibleTimes(heads.time.logits(state, row));
    if (!times) {
      take.finish();
      return undefined;
    }
    if (Number.isFinite(times[0]) && take.begun) {
      // Chords are ordered upwards, so joining the chord is weighted by the probability of a key
      // above it; otherwise chords climb to the top of the keyboard.
      const joined = complete(take, [...complete(take, [...row, 0]), 0]);
      const joining = softmax(heads.pitch.logits(state, joined, pitchState), temperature);
      times[0] += rhythmTemperature * Math.log(take.roomAbove(joining));
    }
    row.push(sample(times, rhythm, take.random));
    if (!take.advance(row[COLUMN.time])) return undefined;
    complete(take, row);
    const last = take.mayEnd && sample(heads.end.logits(state, row), rhythm, take.random) === 1;
    row.push(last ? 1 : 0);
    const keys = heads.pitch.logits(state, complete(take, row), pitchState);
    row.push(sample(take.possibleKeys(keys, last), { temperature, topP }, take.random));
    const velocities = heads.velocity.logits(state, complete(take, row));
    row.push(sample(velocities, rhythm, take.random));
    const lengths = heads.duration.logits(state, complete(take, row));
    row.push(sample(take.possibleLengths(lengths, row[COLUMN.pitch]), rhythm, take.random));
    take.compose(row);
    return { row, odds: noteOdds(keys, row[COLUMN.pitch]), early: take.stuck || undefined };
  }

  return {
    *compose(options): Generator<ComposedRow[], void, void> {
      const { prompt, random, pitchClasses } = options;
      const lstm = new ComposingLstm(
        architecture,
        columns,
        weights,
        random.length,
        kernels.makeCell,
      );
      try {
        const takes = random.map(
          (own, index) => new FormTake(own, takeConditions(options, index), pitchClasses),
        );
        const latest: (readonly number[])[] = takes.map(() => columns.map(() => -1));
        lstm.read(latest);

        for (let at = 0; at < prompt.data.length; at += prompt.width) {
          const given = prompt.data.subarray(at, at + prompt.width);
          const rows = takes.map((take, index): ComposedRow => {
            const row = openingRow(take, given);
            const odds = noteOdds(heads.pitch.logits(lstm.state(index), row), row[COLUMN.pitch]);
            return { take: index, row, odds };
          });
          for (const { take, row } of rows) {
            takes[take].open(row);
            latest[take] = row;
          }
          yield rows;
          lstm.read(latest);
        }

        for (const take of takes) take.begin(options.rest, options.stopAt);
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

  /** A prompt row as part of this take, without the end of its piece. */
  function openingRow(take: FormTake, given: Int16Array): readonly number[] {
    const row: number[] = [];
    for (const column of DRAWN) {
      complete(take, row);
      row.push(column === COLUMN.end ? 0 : given[column]);
    }
    return row;
  }
}

const LOOSE = withheldBits(['loose memory']);
const MEMORY = withheldBits(['memory']);
/** Drawn columns, in order. */
const DRAWN = [COLUMN.time, COLUMN.end, COLUMN.pitch, COLUMN.velocity, COLUMN.duration] as const;
