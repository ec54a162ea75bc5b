/** Reads what one part plays in each measure. */
import { t } from '../../../texts/t';
import { concertFifths } from './concertKey';
import type { ContentNote } from './contentNote';
import { readDirection, readSound } from './directions';
import { isAccent, velocityOfMark, velocityOfPercent } from './dynamics';
import { GraceNotes } from './graceNotes';
import { emptyContent, type MeasureContent } from './measureContent';
import { QUARTERS } from './noteTypes';
import {
  type ParsedAttributes,
  type ParsedDirection,
  type ParsedMeasure,
  type ParsedNote,
  type ParsedPart,
  UnreadableScore,
} from './parsed';

/** Pitches of unpitched notes, by the ids of their instruments. */
export type DrumPitches = ReadonlyMap<string, number>;

const SEMITONES = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 } as const;
/** Longest note and farthest position in a measure, quarter notes. */
const MOST_QUARTERS = 10_000;

/** @throws {UnreadableScore} */
export function measureContents(
  part: ParsedPart,
  ppq: number,
  drums: DrumPitches,
): MeasureContent[] {
  const reader = new PartReader(ppq, drums);
  return part.measures.map((measure, i) => reader.read(measure, i === 0));
}

/** Reads the measures of a part in order; divisions and transposition hold on. */
class PartReader {
  readonly #ppq: number;
  readonly #drums: DrumPitches;
  #divisions: number | undefined;
  #transpose = 0;
  #writtenKey: MeasureContent['key'];
  #chordAccents: readonly string[] = [];

  constructor(ppq: number, drums: DrumPitches) {
    this.#ppq = ppq;
    this.#drums = drums;
  }

  read(measure: ParsedMeasure, isFirst: boolean): MeasureContent {
    const content = emptyContent();
    const grace = new GraceNotes(this.#ppq, isFirst);
    let at = 0;
    let onset = 0;
    let farthest = 0;
    this.#readAttributes(measure.attributes, content);
    for (const entry of measure.entries) {
      if (entry.type === 'backup') at = Math.max(0, at - this.#length(entry.duration));
      else if (entry.type === 'forward') at += this.#length(entry.duration);
      else if (entry.type === 'attributes') this.#readAttributes(entry.attributes, content);
      else if (entry.type === 'direction') readDirection(entry, this.#placeOf(entry, at), content);
      else if (entry.type === 'sound') readSound(entry, this.#ticks(at), content);
      else if (entry.type === 'note') {
        const duration = entry.grace ? 0 : this.#length(entry.duration);
        if (!entry.chord) {
          onset = at;
          at += duration;
        }
        this.#readNote(entry, this.#ticks(onset), this.#ticks(onset + duration), content, grace);
      }
      farthest = Math.max(farthest, at);
    }
    content.ticks = this.#ticks(farthest);
    grace.finish(content.ticks, content.notes);
    return content;
  }

  /** In divisions. */
  #length(duration: number): number {
    if (this.#divisions === undefined) throw new UnreadableScore(t('scores.noDivisions'));
    if (!(duration >= 0 && duration <= MOST_QUARTERS * this.#divisions)) {
      throw new UnreadableScore(t('scores.wrongLengths'));
    }
    return duration;
  }

  #ticks(divisions: number): number {
    return Math.round((divisions * this.#ppq) / (this.#divisions ?? 1));
  }

  /** Ticks since the bar line. */
  #placeOf({ offset = 0 }: ParsedDirection, position: number): number {
    return this.#ticks(Math.max(0, position + (Number.isFinite(offset) ? offset : 0)));
  }

  #readAttributes(attributes: ParsedAttributes | undefined, content: MeasureContent): void {
    if (!attributes) return;
    const { divisions, time, key, transpose } = attributes;
    if (divisions !== undefined) {
      if (!(divisions > 0 && divisions <= 1e6)) throw new UnreadableScore(t('scores.wrongLengths'));
      this.#divisions = divisions;
    }
    if (time && !time.senzaMisura) content.time = meterOf(time.beats, time.beatType);
    if (key && Number.isInteger(key.fifths) && Math.abs(key.fifths) <= 7) {
      const isMinor = key.mode === 'minor' || key.mode === 'aeolian';
      this.#writtenKey = { fifths: key.fifths, mode: isMinor ? 'minor' : 'major' };
    }
    if (transpose) this.#transpose = transpose.chromatic + 12 * (transpose.octaveChange ?? 0);
    if ((key || transpose) && this.#writtenKey) {
      const { fifths, mode } = this.#writtenKey;
      content.key = { fifths: concertFifths(fifths, this.#transpose), mode };
    }
  }

  #readNote(
    entry: ParsedNote,
    at: number,
    end: number,
    content: MeasureContent,
    grace: GraceNotes,
  ): void {
    // The notations of a chord stand at its first note.
    const accents = new Set(entry.chord ? this.#chordAccents : []);
    for (const notation of entry.notations ?? []) {
      if (notation.type === 'articulation') accents.add(notation.articulation);
      if (notation.type !== 'dynamics') continue;
      for (const mark of notation.dynamics) {
        const velocity = velocityOfMark(mark);
        if (velocity !== undefined) content.dynamics.push({ at, staff: entry.staff, velocity });
        accents.add(mark);
      }
    }
    this.#chordAccents = [...accents].filter(isAccent);
    const pitch = this.#pitchOf(entry);
    if (entry.cue || pitch === undefined || !(pitch >= 0 && pitch <= 127)) {
      if (entry.rest && !entry.grace) grace.skip(entry.voice ?? '1');
      return;
    }
    const ties = [entry.tie, ...(entry.ties ?? [])].map((tie) => tie?.type);
    const note: ContentNote = {
      at,
      duration: end - at,
      pitch,
      isDrum: entry.unpitched !== undefined,
      staff: entry.staff ?? 1,
      voice: entry.voice ?? '1',
      tiedFrom: ties.includes('stop') || ties.includes('continue'),
      tiedTo: ties.includes('start') || ties.includes('continue'),
      velocity: velocityOfPercent(entry.dynamics),
      accents: this.#chordAccents,
    };
    if (entry.grace) {
      const value = (QUARTERS[entry.noteType ?? 'eighth'] ?? 0.5) * this.#ppq;
      grace.collect(note, entry.grace.slash === true, entry.chord === true, value);
    } else if (note.duration > 0) {
      content.notes.push(...grace.before(note, entry.chord === true, content.notes));
    }
  }

  #pitchOf({ pitch, unpitched, instrument }: ParsedNote): number | undefined {
    if (pitch) {
      const { step, octave, alter = 0 } = pitch;
      return Math.round(12 * (octave + 1) + SEMITONES[step] + alter + this.#transpose);
    }
    if (!unpitched) return undefined;
    return instrument === undefined
      ? this.#drums.values().next().value
      : this.#drums.get(instrument);
  }
}

/** "3", or "3+2". */
function meterOf(beats: string, denominator: number): MeasureContent['time'] {
  const numerator = beats.split('+').reduce((sum, beat) => sum + Number(beat), 0);
  const isMeter =
    Number.isInteger(numerator) &&
    numerator >= 1 &&
    numerator <= 255 &&
    [1, 2, 4, 8, 16, 32, 64].includes(denominator);
  return isMeter ? { numerator, denominator } : undefined;
}
