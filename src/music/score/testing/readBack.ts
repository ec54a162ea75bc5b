/**
 * A small reader of the MusicXML that Etude writes, independent of the writer's data: it counts
 * durations, backups and ties from the text alone. The full check is done with music21.
 */
import type { Note } from '../../song';

export interface ReadMeasure {
  /** Ticks in each voice. */
  voices: Map<string, number>;
  /** Sum of notated values in each voice, ticks; a whole-bar rest counts as its duration. */
  values: Map<string, number>;
}

export interface ReadPart {
  notes: Note[];
  measures: ReadMeasure[];
}

const WHOLE = 960;
const TYPES = ['whole', 'half', 'quarter', 'eighth', '16th', '32nd', '64th'];
const SEMITONES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Text of the first such element; undefined where there is none. */
function textOf(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1];
}

function numberOf(xml: string, name: string, missing = Number.NaN): number {
  return Number(textOf(xml, name) ?? missing);
}

/** @throws {Error} where a tie begins or ends nowhere */
export function readBack(xml: string): ReadPart[] {
  return [...xml.matchAll(/<part id="[^"]*">(.*?)<\/part>/gs)].map(([, part]) => readPart(part));
}

function readPart(xml: string): ReadPart {
  const notes: Note[] = [];
  const open = new Map<string, Note>();
  const measures: ReadMeasure[] = [];
  let start = 0;
  for (const [, measure] of xml.matchAll(/<measure [^>]*>(.*?)<\/measure>/gs)) {
    const voices = new Map<string, number>();
    const values = new Map<string, number>();
    const struck: { key: string; note: Note; from: boolean; to: boolean }[] = [];
    let at = start;
    let onset = start;
    for (const [element] of measure.matchAll(/<(note|backup)\b.*?<\/\1>/gs)) {
      const duration = numberOf(element, 'duration');
      if (element.startsWith('<backup')) {
        at -= duration;
        continue;
      }
      const isChord = element.includes('<chord/>');
      if (!isChord) {
        onset = at;
        at += duration;
        const voice = textOf(element, 'voice') ?? '';
        voices.set(voice, (voices.get(voice) ?? 0) + duration);
        values.set(voice, (values.get(voice) ?? 0) + notatedTicks(element));
      }
      if (element.includes('<rest')) continue;
      const pitch =
        12 * (numberOf(element, 'octave') + 1) +
        SEMITONES[textOf(element, 'step') ?? ''] +
        numberOf(element, 'alter', 0);
      const velocity = Math.round((Number(/dynamics="([^"]*)"/.exec(element)?.[1]) * 90) / 100);
      struck.push({
        // Both hands may hold one key.
        key: `${textOf(element, 'staff')} ${pitch}`,
        note: { tick: onset, duration, pitch, velocity },
        from: element.includes('<tie type="stop"/>'),
        to: element.includes('<tie type="start"/>'),
      });
    }
    for (const { key, note, from, to } of struck.sort((a, b) => a.note.tick - b.note.tick)) {
      let whole = note;
      if (from) {
        const before = open.get(key);
        if (!before || before.tick + before.duration !== note.tick) throw new Error('Loose tie.');
        before.duration += note.duration;
        whole = before;
      } else notes.push(note);
      if (to) open.set(key, whole);
      else open.delete(key);
    }
    measures.push({ voices, values });
    start += Math.max(...voices.values());
  }
  if (open.size > 0) throw new Error('A tie ends nowhere.');
  return { notes, measures };
}

function notatedTicks(note: string): number {
  const type = textOf(note, 'type');
  if (type === undefined) return numberOf(note, 'duration');
  const plain = WHOLE / 2 ** TYPES.indexOf(type);
  const dotted = note.includes('<dot/>') ? plain * 1.5 : plain;
  return (dotted * numberOf(note, 'normal-notes', 1)) / numberOf(note, 'actual-notes', 1);
}
