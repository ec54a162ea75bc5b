/** The content of a link, which anybody may have written: every value is checked. */
import * as v from 'valibot';
import type { ComposeSettings } from '../../model/composing/contract';
import { KEY_CLASSES } from '../../music/form/key';
import { integer, presetId } from '../../training/schemas';
import type { Take } from '../state';

/** The part of a take that a link carries. */
export type LinkedTake = Pick<
  Take,
  | 'title'
  | 'notes'
  | 'ppq'
  | 'tempos'
  | 'timeSignatures'
  | 'promptNotes'
  | 'preset'
  | 'epoch'
  | 'settings'
>;

const MOST_NOTES = 10_000;
const MOST_CHANGES = 1000;
const TICK = integer(0, 2 ** 31 - 1);

function column(minimum: number, maximum: number): v.GenericSchema<number[]> {
  return v.pipe(v.array(integer(minimum, maximum)), v.minLength(1), v.maxLength(MOST_NOTES));
}

function between(minimum: number, maximum: number): v.GenericSchema<number> {
  return v.pipe(v.number(), v.minValue(minimum), v.maxValue(maximum));
}

/** The ranges of the fields on the page. */
const settings: v.GenericSchema<ComposeSettings> = v.object({
  temperature: between(0.1, 2),
  rhythmTemperature: between(0.1, 2),
  topP: between(0.05, 1),
  length: integer(1, 5000),
  seed: integer(0, 2 ** 32 - 1),
  takes: integer(1, 4),
  pitchClasses: v.optional(v.pipe(v.array(integer(0, 11)), v.minLength(1), v.maxLength(12))),
  key: v.optional(integer(0, KEY_CLASSES - 1)),
  form: v.optional(v.object({ kind: v.literal('free') })),
  repetition: v.optional(v.picklist(['less', 'as learnt', 'more'])),
});

const noteValue = v.pipe(
  integer(1, 64),
  v.check((value) => Number.isInteger(Math.log2(value))),
);
const meter = v.tuple([TICK, integer(1, 64), noteValue]);

export const packedTake = v.object({
  title: v.pipe(v.string(), v.maxLength(200)),
  ppq: integer(1, 0x7fff),
  tempos: v.pipe(
    v.array(v.tuple([TICK, integer(1000, 0xffffff)])),
    v.minLength(1),
    v.maxLength(MOST_CHANGES),
  ),
  meters: v.pipe(v.array(meter), v.minLength(1), v.maxLength(MOST_CHANGES)),
  /** Ticks of which starts and lengths are counted. */
  unit: integer(1, 2 ** 20),
  starts: column(0, 2 ** 31 - 1),
  lengths: column(1, 2 ** 31 - 1),
  pitches: column(-127, 127),
  velocities: column(-127, 127),
  promptNotes: integer(0, MOST_NOTES),
  preset: presetId,
  epoch: integer(0, 1_000_000),
  settings,
});
