/** What a person plays now, and the devices that they play on, as plain data. */
import type { MidiDevice } from '../../audio/midiPorts/midiPorts';
import type { Note } from '../../music/song';
import type { Meter } from '../../music/typical';

export interface RecorderSettings {
  /** Quarter notes a minute. */
  tempo: number;
  meter: Meter;
  /** Whether the click goes on after the count-in. */
  click: boolean;
  /** Whether Etude answers after a bar of silence. */
  answers: boolean;
}

export type RecorderPhase =
  | 'ready'
  | 'counting in'
  | 'recording'
  /** An answer is composed, or waits for its bar line. */
  | 'answering'
  /** The answer plays. */
  | 'listening'
  /** After an answer: the next key begins another call. */
  | 'your turn';

/** Ticks per quarter note of `RecorderState.notes`. */
export const RECORDER_PPQ = 480;

export interface RecorderState {
  phase: RecorderPhase;
  settings: RecorderSettings;
  /** Beat of the bar that is heard now, from 1; 0 where nothing counts. */
  beat: number;
  /** What was played so far, not on the grid yet. */
  notes: readonly Note[];
}

/** A note that is played along with the shown score. */
export interface AlongNote {
  /** Ticks of the shown score, not rounded. */
  tick: number;
  /** Absent while the key is down. */
  endTick?: number;
  pitch: number;
}

export interface KeysState {
  /** Whether the computer's keyboard and MIDI devices play: while the recorder is open, too. */
  playAlong: boolean;
  /** Pitches that are down, in any order. */
  held: readonly number[];
  /** Octaves by which the computer's keyboard is shifted. */
  octave: number;
  /** In the order of their onsets. */
  along: readonly AlongNote[];
  /** Absent while the recorder is closed. */
  recorder?: RecorderState;
}

export interface MidiState {
  /** `absent`: this browser has no MIDI (Safari). */
  access: 'absent' | 'not asked' | 'asking' | 'open' | 'refused';
  /** Why there are none, in a plain sentence. */
  fault?: string;
  inputs: readonly MidiDevice[];
  outputs: readonly MidiDevice[];
  /** Id of the device that sounds. Default: this page does. */
  output?: string;
}

export const initialKeys: KeysState = { playAlong: false, held: [], octave: 0, along: [] };

export const initialRecorder: RecorderState = {
  phase: 'ready',
  settings: { tempo: 100, meter: { numerator: 4, denominator: 4 }, click: true, answers: false },
  beat: 0,
  notes: [],
};

/** Whether the roll shows what is being recorded instead of a score. */
export function showsRecorder({ recorder }: KeysState): boolean {
  return recorder?.phase === 'counting in' || recorder?.phase === 'recording';
}

/** Whether keys are played at all. */
export function keysAreOpen({ playAlong, recorder }: KeysState): boolean {
  return playAlong || recorder !== undefined;
}

/** Name of the MIDI device that sounds; undefined where this page does. */
export function soundingDevice({ outputs, output }: MidiState): string | undefined {
  return outputs.find(({ id }) => id === output)?.name;
}
