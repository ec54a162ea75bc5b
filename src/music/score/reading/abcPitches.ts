/**
 * Sounding pitches of a tune in ABC: the parser returns the letters as written. The key holds
 * everywhere, a written accidental for its letter in all octaves to the end of the measure, and
 * over ties (ABC 2.1, sections 3.1.14, 4.2 and 11.3, "propagate-accidentals").
 */
import type { ParsedNote, ParsedPart, ParsedScore } from './parsed';

type Step = NonNullable<ParsedNote['pitch']>['step'];
type Alters = Map<Step, number>;

/** Order of sharps in a signature; flats come from its end. */
const SHARPS: readonly Step[] = ['F', 'C', 'G', 'D', 'A', 'E', 'B'];
const SIGNS: Readonly<Record<string, number>> = { __: -2, _: -1, '=': 0, '^': 1, '^^': 2 };

/** Puts the alterations into the notes of the tune. */
export function soundAbcPitches(tune: ParsedScore): void {
  const key = explicitKey(tune);
  for (const part of tune.parts) soundPart(part, key);
}

function soundPart(part: ParsedPart, written: Alters | undefined): void {
  let key: Alters = written ?? new Map();
  let tied = new Map<string, number>();
  part.measures.forEach((measure, i) => {
    const inMeasure: Alters = new Map();
    const ties = new Map<string, number>();
    const changeKey = (fifths: number | undefined): void => {
      if (fifths !== undefined && !(i === 0 && written)) key = keyOfFifths(fifths);
    };
    changeKey(measure.attributes?.key?.fifths);
    for (const entry of measure.entries) {
      if (entry.type === 'attributes') changeKey(entry.attributes.key?.fifths);
      if (entry.type !== 'note' || !entry.pitch) continue;
      const { pitch } = entry;
      const place = `${pitch.step}${pitch.octave}`;
      const isTied = entry.ties?.some(({ type }) => type !== 'start') || entry.tie?.type === 'stop';
      if (entry.accidental) inMeasure.set(pitch.step, pitch.alter ?? 0);
      else {
        const held = isTied ? tied.get(place) : undefined;
        pitch.alter = held ?? inMeasure.get(pitch.step) ?? key.get(pitch.step) ?? 0;
      }
      const alter = pitch.alter ?? 0;
      ties.set(place, alter);
      tied.set(place, alter);
    }
    tied = ties;
  });
}

function keyOfFifths(fifths: number): Alters {
  const alters: Alters = new Map();
  if (fifths > 0) for (const step of SHARPS.slice(0, fifths)) alters.set(step, 1);
  if (fifths < 0) for (const step of SHARPS.slice(fifths)) alters.set(step, -1);
  return alters;
}

/** The key of a field such as "K:HP" or "K:D exp _b", which the parser leaves out. */
function explicitKey({ metadata, parts }: ParsedScore): Alters | undefined {
  const header = metadata.miscellaneous?.find(({ name }) => name === 'abc-header-order')?.value;
  const field = /"K:\s*([^"]*)"/.exec(header ?? '')?.[1] ?? '';
  const base = /^H[Pp]\b/.test(field) ? 2 : (parts[0]?.measures[0]?.attributes?.key?.fifths ?? 0);
  const signs = [...field.matchAll(/(?:^|\s)(__|_|=|\^\^|\^)([A-Ga-g])(?=\s|$)/g)];
  if (signs.length === 0 && !/^H[Pp]\b/.test(field)) return undefined;
  const key = keyOfFifths(/\bexp\b/.test(field) ? 0 : base);
  for (const [, sign, letter] of signs) {
    const step = SHARPS.find((own) => own === letter.toUpperCase());
    if (step) key.set(step, SIGNS[sign]);
  }
  return key;
}
