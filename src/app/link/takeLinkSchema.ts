/** The content of a link, which anybody may have written: every value is checked. */
import * as v from 'valibot';
import type { ComposeSettings } from '../../model/composing/contract';
import { type PresetId, presets } from '../../model/preset';
import { KEY_CLASSES } from '../../music/form/key';
import { STYLES } from '../../music/style';
import type { Take } from '../compose/take';

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

const presetId = v.custom<PresetId>(
  (value) => typeof value === 'string' && Object.hasOwn(presets, value),
);

function integer(minimum: number, maximum: number): v.GenericSchema<number> {
  return v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum));
}

const MOST_NOTES = 10_000;
const MOST_CHANGES = 1000;

function isInteger(value: unknown, minimum: number, maximum: number): value is number {
  return Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
}

/** Checked in a plain loop: valibot would copy each entry. */
function column(minimum: number, maximum: number): v.GenericSchema<number[]> {
  return v.custom<number[]>(
    (value) =>
      Array.isArray(value) &&
      isInteger(value.length, 1, MOST_NOTES) &&
      value.every((entry) => isInteger(entry, minimum, maximum)),
  );
}

/** Lists of a few numbers, the first of which is a tick. */
function changes<T extends number[]>(
  isRest: (rest: readonly unknown[]) => boolean,
): v.GenericSchema<T[]> {
  return v.custom<T[]>(
    (value) =>
      Array.isArray(value) &&
      isInteger(value.length, 1, MOST_CHANGES) &&
      value.every((entry) => Array.isArray(entry) && isTick(entry[0]) && isRest(entry.slice(1))),
  );
}

function isTick(value: unknown): boolean {
  return isInteger(value, 0, 2 ** 31 - 1);
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
  pitchClasses: v.optional(column(0, 11)),
  style: v.optional(v.picklist(STYLES)),
  key: v.optional(integer(0, KEY_CLASSES - 1)),
  form: v.optional(v.object({ kind: v.literal('free') })),
  repetition: v.optional(v.picklist(['less', 'as learnt', 'more'])),
});

const tempos = changes<[tick: number, microsecondsPerQuarter: number]>(
  (rest) => rest.length === 1 && isInteger(rest[0], 1000, 0xffffff),
);
const meters = changes<[tick: number, numerator: number, denominator: number]>(
  ([numerator, denominator, ...rest]) =>
    rest.length === 0 &&
    isInteger(numerator, 1, 64) &&
    isInteger(denominator, 1, 64) &&
    Number.isInteger(Math.log2(denominator)),
);

export const packedTake = v.object({
  title: v.custom<string>((value) => typeof value === 'string' && value.length <= 200),
  ppq: integer(1, 0x7fff),
  tempos,
  meters,
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
