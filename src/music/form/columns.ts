/** Columns of the encoding "form", in the order of computation. */
import { BAR_CLASSES, BEAT_CLASSES } from '../encoding/barPosition';
import type { EncodingColumn } from '../encoding/encoding';
import { KEYS } from '../encoding/melody';
import { TICK_CLASSES } from '../encoding/tickClasses';
import { STYLES } from '../style';
import { KEY_CLASSES } from './key';
import { MERIT_CLASSES } from './lags';
import { DEGREES } from './plan';

const TICKS = TICK_CLASSES.length;
/** Classes of an echo: those of its column, and "nothing there". */
const ECHOED = TICKS + 1;
const VELOCITIES = 32;
/** Classes of bars to the end; the last holds all greater distances. */
export const END_CLASSES = 16;
/** Classes of run length: consecutive correct predictions of a memory. */
export const RUN_CLASSES = 8;
/** Period of the bar count. */
export const PHRASE_BARS = 8;

/** Widest step of a voice with a class, semitones. */
export const FARTHEST_STEP = 13;
const STEP_CLASSES = 2 * FARTHEST_STEP + 1;

/** Pitch class, from A, of a sounding note. */
const heldClass = {
  classes: 12,
  predicted: false,
  transposes: 'pitchClass',
  headsOnly: true,
} as const;
const memory = { predicted: false, group: 'memory' } as const;
const plan = { predicted: false, group: 'plan' } as const;
const length = { predicted: false, group: 'length' } as const;

const TABLE = [
  // Known before the time.
  { name: 'style', classes: STYLES.length, predicted: false, group: 'style' },
  { name: 'key', classes: KEY_CLASSES, predicted: false, transposes: 'tonic', group: 'key' },
  { name: 'barsToEnd', classes: END_CLASSES, ...length },
  { name: 'degree', classes: DEGREES.length, ...plan },
  { name: 'nextDegree', classes: DEGREES.length, ...plan },
  { name: 'releaseTime', classes: TICKS, predicted: false, headsOnly: true },
  { name: 'echoRun', classes: RUN_CLASSES, ...plan },
  { name: 'echoTime', classes: ECHOED, ...plan, headsOnly: true },
  { name: 'matchLength', classes: RUN_CLASSES, ...memory },
  { name: 'matchTime', classes: TICKS, ...memory, headsOnly: true },
  { name: 'merit', classes: MERIT_CLASSES + 1, ...memory },
  { name: 'lagTime', classes: TICKS, ...memory, headsOnly: true },
  { name: 'lineLength', classes: RUN_CLASSES, ...memory },
  { name: 'lineTime', classes: TICKS, ...memory, headsOnly: true },
  { name: 'time', classes: TICKS, predicted: true },
  // Follows from the time.
  { name: 'meter', classes: BAR_CLASSES, predicted: false },
  { name: 'bar', classes: BAR_CLASSES, predicted: false },
  { name: 'beat', classes: BEAT_CLASSES, predicted: false },
  { name: 'phrase', classes: PHRASE_BARS, predicted: false },
  { name: 'noteBarsToEnd', classes: END_CLASSES, ...length },
  { name: 'noteDegree', classes: DEGREES.length, ...plan },
  // Whether the piece ends with this note.
  { name: 'end', classes: 2, predicted: true, mostHidden: 16 },
  { name: 'endedKey', classes: KEYS, predicted: false, transposes: 'pitch', headsOnly: true },
  { name: 'endedStep', classes: STEP_CLASSES, predicted: false, headsOnly: true },
  { name: 'lowestHeld', classes: KEYS, predicted: false, transposes: 'pitch', headsOnly: true },
  { name: 'firstClass', ...heldClass },
  { name: 'secondClass', ...heldClass },
  { name: 'thirdClass', ...heldClass },
  { name: 'fourthClass', ...heldClass },
  { name: 'fifthClass', ...heldClass },
  { name: 'highestHeld', classes: KEYS, predicted: false, transposes: 'pitch', headsOnly: true },
  { name: 'echoPitch', classes: KEYS, ...plan, transposes: 'pitch', headsOnly: true },
  { name: 'noteMatchLength', classes: RUN_CLASSES, ...memory },
  { name: 'matchPitch', classes: KEYS, ...memory, transposes: 'pitch', headsOnly: true },
  { name: 'otherMatchPitch', classes: KEYS, ...memory, transposes: 'pitch', headsOnly: true },
  { name: 'lagPitch', classes: KEYS, ...memory, transposes: 'pitch', headsOnly: true },
  { name: 'otherLagPitch', classes: KEYS, ...memory, transposes: 'pitch', headsOnly: true },
  { name: 'noteLineLength', classes: RUN_CLASSES, ...memory },
  { name: 'linePitch', classes: KEYS, ...memory, transposes: 'pitch', headsOnly: true },
  { name: 'otherLinePitch', classes: KEYS, ...memory, transposes: 'pitch', headsOnly: true },
  { name: 'pitch', classes: KEYS, predicted: true, transposes: 'pitch' },
  { name: 'voiceVelocity', classes: VELOCITIES, predicted: false, headsOnly: true },
  { name: 'memoryVelocity', classes: VELOCITIES, ...memory, headsOnly: true },
  { name: 'velocity', classes: VELOCITIES, predicted: true, mostHidden: 64 },
  { name: 'voiceDuration', classes: TICKS, predicted: false, headsOnly: true },
  { name: 'echoDuration', classes: TICKS, ...plan, headsOnly: true },
  { name: 'matchDuration', classes: TICKS, ...memory, headsOnly: true },
  { name: 'lineDuration', classes: TICKS, ...memory, headsOnly: true },
  { name: 'lagDuration', classes: TICKS, ...memory, headsOnly: true },
  { name: 'keyDuration', classes: TICKS, ...memory, headsOnly: true },
  { name: 'duration', classes: TICKS, predicted: true },
] as const satisfies readonly EncodingColumn[];

type FormColumn = (typeof TABLE)[number]['name'];

/** Memory of single lines varies earlier music; memory of bars and runs repeats it. */
const LINE = /line/i;

/** Predicted columns foretold by columns whose names end in theirs. */
const FORETOLD = ['time', 'pitch', 'duration', 'velocity'] as const satisfies readonly FormColumn[];

const capitalized = (name: string): string => name[0].toUpperCase() + name.slice(1);

const at = (name: FormColumn): number => TABLE.findIndex((column) => column.name === name);

export const formColumns: readonly EncodingColumn[] = TABLE.map(
  (column: EncodingColumn, index): EncodingColumn => {
    const beforeTime = index < at('time');
    const foretold = FORETOLD.find((name) => column.name.endsWith(capitalized(name)));
    return {
      ...column,
      ...(column.group === 'memory' && {
        gate: {
          column: at(beforeTime ? 'degree' : 'noteDegree'),
          degree: DEGREES.indexOf(LINE.test(column.name) ? 'rhythm' : 'same'),
        },
      }),
      ...(!column.predicted && foretold && { foretells: at(foretold) }),
    };
  },
);

/** Indices of columns used elsewhere. */
export const FORM_COLUMNS = {
  style: at('style'),
  key: at('key'),
  time: at('time'),
  meter: at('meter'),
  bar: at('bar'),
  beat: at('beat'),
  degree: at('degree'),
  noteDegree: at('noteDegree'),
  pitch: at('pitch'),
  duration: at('duration'),
  velocity: at('velocity'),
  end: at('end'),
} as const;
