/** What we use of the tree that the parser of `abcjs` makes; the package types its drawing only. */
declare module 'abcjs/src/parse/abc_parse.js' {
  /** A sign before a note, or of a key. */
  export type AbcSign =
    | 'dblflat'
    | 'flat'
    | 'quarterflat'
    | 'natural'
    | 'quartersharp'
    | 'sharp'
    | 'dblsharp';

  export interface AbcPitch {
    /** Steps above middle C. */
    pitch: number;
    /** "^c," */
    name: string;
    accidental?: AbcSign;
    startTie?: object;
  }

  export interface AbcNote {
    el_type: 'note';
    /** Whole notes, broken rhythm included, tuplets not. */
    duration: number;
    pitches?: AbcPitch[];
    rest?: {
      type: 'rest' | 'whole' | 'invisible' | 'spacer' | 'multimeasure' | 'invisible-multimeasure';
      /** Measures of a multi-measure rest. */
      text?: number;
    };
    gracenotes?: (AbcPitch & { duration: number; acciaccatura?: boolean })[];
    decoration?: string[];
    /** Chord symbols and annotations. */
    chord?: { name: string }[];
    /** Notes of the tuplet that begins here. */
    startTriplet?: number;
    /** Share of its written length that each of them sounds. */
    tripletMultiplier?: number;
    /** Number of the notes that follow for which it holds. */
    tripletR?: number;
    /** Place in the text. */
    startChar: number;
    endChar: number;
  }

  export interface AbcBar {
    el_type: 'bar';
    type: string;
    /** "1", "1,3", "1-3". */
    startEnding?: string;
    endEnding?: boolean;
    decoration?: string[];
    chord?: { name: string }[];
  }

  export interface AbcKey {
    root: string;
    acc: '' | '#' | 'b';
    mode: '' | 'm' | 'Mix' | 'Dor' | 'Phr' | 'Lyd' | 'Loc';
    /** Later ones count. */
    accidentals: { acc: AbcSign; note: string }[];
  }

  export interface AbcMeter {
    type: string;
    /** Numerators such as "3" and "2+3". */
    value?: { num: string; den?: string }[];
  }

  export interface AbcTempo {
    /** Parts of a beat, whole notes. */
    duration?: number[];
    bpm?: number;
  }

  export interface AbcClef {
    /** "treble", "bass-8", "perc". */
    type: string;
    /** Semitones. */
    transpose?: number;
  }

  export type AbcElement =
    | AbcNote
    | AbcBar
    | ({ el_type: 'key' } & AbcKey)
    | ({ el_type: 'meter' } & AbcMeter)
    | ({ el_type: 'tempo' } & AbcTempo)
    | ({ el_type: 'clef' } & AbcClef)
    | { el_type: 'part'; title: string }
    | { el_type: 'midi'; cmd: string; params: number[] }
    | { el_type: 'stem' | 'style' | 'scale' | 'color' };

  export interface AbcStaff {
    key: AbcKey;
    meter?: AbcMeter;
    clef?: AbcClef;
    voices: AbcElement[][];
  }

  export interface AbcTree {
    lines: { staff?: AbcStaff[] }[];
    metaText: { title?: unknown; composer?: unknown; tempo?: AbcTempo };
    formatting: {
      midi?: {
        program?: number[];
        channel?: number[];
        transpose?: number[];
        drummap?: Record<string, number>;
      };
    };
  }

  export default class Parse {
    parse(tune: string): void;
    getTune(): AbcTree;
  }
}
