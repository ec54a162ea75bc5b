/** Reads what one voice of a tune in ABC plays in each measure. */
import type {
  AbcBar,
  AbcElement,
  AbcKey,
  AbcMeter,
  AbcNote,
  AbcPitch,
  AbcTempo,
  AbcTree,
} from 'abcjs/src/parse/abc_parse.js';
import { t } from '../../../../texts/t';
import { DRUM_CHANNEL } from '../../../song';
import { concertFifths } from '../concertKey';
import type { ContentNote } from '../contentNote';
import { addTempo } from '../directions';
import { GraceNotes } from '../graceNotes';
import { emptyContent, type MeasureContent } from '../measureContent';
import { UnreadableScore } from '../parsed';
import { MOST_MEASURES } from '../playedSong';
import { type MeasureMarks, noMarks, passesOf } from '../playOrder';
import { AbcAccidentals } from './abcAccidentals';
import { altersOf, signatureOf } from './abcKey';
import { accentsOf, readDynamics, readJumps, readTargets } from './abcMarks';
import { isCompound, meterOf, quartersOf } from './abcMeter';
import type { AbcPart } from './abcParts';
import { OVERLAY } from './abcVoices';

/** Longest note, quarter notes. */
const MOST_QUARTERS = 10_000;
const DOUBLE_BAR = /^bar_(thin_thin|thin_thick|thick_thin)$/;

export class AbcVoiceReader {
  readonly contents: MeasureContent[] = [];
  readonly marks: MeasureMarks[] = [];
  readonly parts: AbcPart[] = [];
  program = 0;
  readonly #ppq: number;
  readonly #text: string;
  readonly #drums: Readonly<Record<string, number>>;
  readonly #accidentals = new AbcAccidentals();
  #content = emptyContent();
  #mark = noMarks();
  #grace: GraceNotes;
  /** Quarter notes since the bar line. */
  #at = 0;
  #farthest = 0;
  #overlay = 0;
  #meter: MeasureContent['time'];
  #isDrum = false;
  /** Semitones, by the instrument and by the clef. */
  #transpose = 0;
  #clefTranspose = 0;
  #tuplet = { factor: 1, left: 0 };
  /** Whether a repeat has begun whose end is to come. */
  #isRepeating = false;

  /**
   * @param text what the tree was made from
   * @throws {UnreadableScore}
   */
  constructor({ lines, metaText, formatting }: AbcTree, text: string, ppq: number) {
    this.#ppq = ppq;
    this.#text = text;
    this.#grace = new GraceNotes(ppq, true);
    const { drummap = {}, ...commands } = formatting.midi ?? {};
    this.#drums = drummap;
    for (const [command, values] of Object.entries(commands)) this.#readMidi(command, values);
    this.#readTempo(metaText.tempo ?? {});
    for (const { staff } of lines) {
      for (const { clef, key, meter, voices } of staff ?? []) {
        if (clef) this.#read({ ...clef, el_type: 'clef' });
        if (meter) this.#readMeter(meter);
        this.#readKey(key);
        for (const element of voices[0] ?? []) this.#read(element);
      }
    }
    if (this.#farthest > 0) this.#endMeasure();
  }

  #read(element: AbcElement): void {
    if (element.el_type === 'note') this.#readNote(element);
    else if (element.el_type === 'bar') this.#readBar(element);
    else if (element.el_type === 'key') this.#readKey(element);
    else if (element.el_type === 'meter') this.#readMeter(element);
    else if (element.el_type === 'tempo') this.#readTempo(element);
    else if (element.el_type === 'midi') this.#readMidi(element.cmd, element.params);
    else if (element.el_type === 'part') this.#readPart(element.title.trim());
    else if (element.el_type === 'clef') {
      const { type, transpose = 0 } = element;
      this.#isDrum ||= type === 'perc';
      const octave = type.endsWith('-8') ? -12 : type.endsWith('+8') ? 12 : 0;
      this.#clefTranspose = transpose + octave;
    }
  }

  #readNote(element: AbcNote): void {
    const { pitches, rest, gracenotes = [], decoration = [], chord = [] } = element;
    const at = this.#ticks(this.#at);
    readDynamics(decoration, at, this.#content);
    readTargets(decoration, this.#mark);
    readJumps(decoration, chord, this.#mark);
    const isSlashed = gracenotes[0]?.acciaccatura === true;
    for (const each of gracenotes) {
      const [note] = this.#notes([each], at, 1, []);
      this.#grace.collect(note, isSlashed, false, 4 * each.duration * this.#ppq);
    }
    if (rest?.type === 'spacer') return;
    if (!pitches) this.#grace.skip(this.#voice);
    if (rest?.type.endsWith('multimeasure')) {
      this.#restMeasures(rest.text ?? 1);
      return;
    }
    const length = 4 * element.duration * this.#factorOf(element);
    // The parser gives a whole rest the length of the measure by the first meter of the tune.
    this.#advance(rest?.type === 'whole' ? Math.min(4, quartersOf(this.#meter)) : length);
    const duration = this.#ticks(this.#at) - at;
    const notes = this.#notes(pitches ?? [], at, duration, accentsOf(decoration));
    notes.forEach((note, i) => {
      if (duration < 1 || note.pitch < 0 || note.pitch > 127) return;
      this.#content.notes.push(...this.#grace.before(note, i > 0, this.#content.notes));
    });
  }

  #notes(
    pitches: readonly AbcPitch[],
    at: number,
    duration: number,
    accents: readonly string[],
  ): ContentNote[] {
    const sounding = this.#accidentals.sound(pitches);
    return pitches.map(({ name, startTie }, i) => ({
      at,
      duration,
      pitch: this.#isDrum
        ? (this.#drums[name] ?? sounding[i])
        : sounding[i] + this.#transpose + this.#clefTranspose,
      isDrum: this.#isDrum,
      staff: 1,
      voice: this.#voice,
      // Ties join only what touches: the note before says whether there is one.
      tiedFrom: true,
      tiedTo: startTie !== undefined,
      velocity: undefined,
      accents,
    }));
  }

  /** How much a tuplet shortens the note. */
  #factorOf({
    startTriplet,
    tripletMultiplier = 1,
    tripletR,
    startChar,
    endChar,
  }: AbcNote): number {
    if (startTriplet !== undefined) {
      // The parser takes five, seven and nine into the time of two in every meter.
      const source = this.#text.slice(startChar, endChar).replace(/"[^"]*"/g, '');
      const isThree = isCompound(this.#meter) && /\([579](?!:\d)/.test(source);
      const factor = isThree ? 3 / startTriplet : tripletMultiplier;
      this.#tuplet = { factor, left: tripletR ?? startTriplet };
    }
    return this.#tuplet.left-- > 0 ? this.#tuplet.factor : 1;
  }

  #restMeasures(count: number): void {
    if (!(count <= MOST_MEASURES)) throw new UnreadableScore(t('scores.tooLong'));
    for (let i = 0; i < count; i++) {
      if (i > 0) this.#endMeasure();
      this.#advance(quartersOf(this.#meter));
    }
  }

  #advance(quarters: number): void {
    if (!(quarters >= 0 && quarters <= MOST_QUARTERS)) {
      throw new UnreadableScore(t('scores.wrongLengths'));
    }
    this.#at += quarters;
    this.#farthest = Math.max(this.#farthest, this.#at);
  }

  #readBar({ type, startEnding, endEnding, decoration = [], chord = [] }: AbcBar): void {
    if (this.#farthest > 0) this.#endMeasure();
    const before = this.marks.at(-1);
    if (before) readJumps(decoration, chord, before);
    if (decoration.includes('segno')) this.#mark.segno = true;
    if (before && decoration.includes('coda')) before.toCoda = true;
    const repeats = type === 'bar_right_repeat' || type === 'bar_dbl_repeat';
    const begins = type === 'bar_left_repeat' || type === 'bar_dbl_repeat';
    if (before && repeats) before.backward = true;
    if (before && endEnding) before.endingStop = true;
    if (startEnding !== undefined) this.#mark.endingStart = passesOf(startEnding);
    // A repeat without a beginning goes back to the last double bar.
    if (begins || (DOUBLE_BAR.test(type) && !this.#isRepeating)) this.#mark.forward = true;
    this.#isRepeating = begins || (this.#isRepeating && !repeats);
  }

  #endMeasure(): void {
    this.#content.ticks = this.#ticks(this.#farthest);
    this.#grace.finish(this.#content.ticks, this.#content.notes);
    this.contents.push(this.#content);
    this.marks.push(this.#mark);
    if (this.contents.length > MOST_MEASURES) throw new UnreadableScore(t('scores.tooLong'));
    this.#content = emptyContent();
    this.#mark = noMarks();
    this.#grace = new GraceNotes(this.#ppq, false);
    this.#at = 0;
    this.#farthest = 0;
    this.#overlay = 0;
    this.#accidentals.endMeasure();
  }

  #readKey(key: AbcKey): void {
    this.#accidentals.setKey(altersOf(key));
    const signature = signatureOf(key);
    if (!signature) return;
    const semitones = this.#transpose + this.#clefTranspose;
    this.#content.key = {
      fifths: concertFifths(signature.fifths, semitones),
      mode: signature.mode,
    };
  }

  #readMeter(meter: AbcMeter): void {
    this.#meter = meterOf(meter);
    this.#content.time = this.#meter;
  }

  #readTempo({ bpm, duration = [1 / 4] }: AbcTempo): void {
    if (bpm === undefined) return;
    const beat = duration.reduce((sum, part) => sum + part, 0);
    addTempo(this.#content, this.#ticks(this.#at), 4 * beat * bpm);
  }

  #readMidi(command: string, values: readonly number[]): void {
    const last = values.at(-1);
    if (last === undefined || !Number.isInteger(last)) return;
    if (command === 'transpose') this.#transpose = last;
    if (command === 'program' && last >= 0 && last <= 127) this.program = last;
    const channel = command === 'channel' || values.length > 1 ? values[0] : undefined;
    if (channel !== undefined && command !== 'transpose') {
      this.#isDrum = channel === DRUM_CHANNEL + 1;
    }
  }

  #readPart(title: string): void {
    if (title === OVERLAY) {
      this.#at = 0;
      this.#overlay++;
      return;
    }
    if (this.#farthest > 0) this.#endMeasure();
    this.parts.push({ title, index: this.contents.length });
  }

  get #voice(): string {
    return String(this.#overlay);
  }

  #ticks(quarters: number): number {
    return Math.round(quarters * this.#ppq);
  }
}
