/** A note, chord or rest as MusicXML. */
import type { SignOf } from './accidentals';
import type { Beam } from './beams';
import type { NoteValue, ScoreEvent, ScoreNote } from './score';
import { element, textElement } from './xml';

export interface NoteContext {
  /** Absent in parts of one staff. */
  staff: number | undefined;
  voice: number;
  /** Absent where the reader may choose. */
  stem: 'up' | 'down' | undefined;
  /** Whether its rests are hidden: the other voice fills the time. */
  isSecond: boolean;
}

/** Velocity that the standard's attribute `dynamics` calls 100 %: forte. */
const FORTE = 90;

export function writeEvent(
  event: ScoreEvent,
  beams: readonly Beam[],
  signOf: SignOf,
  context: NoteContext,
): string {
  if (event.notes.length === 0) return rest(event, context);
  return event.notes
    .map((note, i) => {
      const content =
        (i > 0 ? element('chord', '') : '') +
        pitch(note) +
        textElement('duration', event.duration) +
        (event.tiedFrom ? element('tie', '', { type: 'stop' }) : '') +
        (event.tiedTo ? element('tie', '', { type: 'start' }) : '') +
        textElement('voice', context.voice) +
        value(event.value, signOf(event, note)) +
        (context.stem ? textElement('stem', context.stem) : '') +
        staff(context) +
        (i === 0
          ? beams.map((beam, level) => textElement('beam', beam, { number: level + 1 })).join('')
          : '') +
        notations(event, i === 0);
      const dynamics = Number(((note.velocity * 100) / FORTE).toFixed(2));
      return element('note', content, { dynamics });
    })
    .join('');
}

function rest(event: ScoreEvent, context: NoteContext): string {
  const isWholeBar = event.value === undefined;
  const content =
    element('rest', '', { measure: isWholeBar ? 'yes' : undefined }) +
    textElement('duration', event.duration) +
    textElement('voice', context.voice) +
    value(event.value, undefined) +
    staff(context) +
    notations(event, true);
  return element('note', content, { 'print-object': context.isSecond ? 'no' : undefined });
}

function pitch({ step, alter, octave }: ScoreNote): string {
  return element(
    'pitch',
    textElement('step', step) +
      (alter === 0 ? '' : textElement('alter', alter)) +
      textElement('octave', octave),
  );
}

function value(written: NoteValue | undefined, sign: string | undefined): string {
  if (!written) return '';
  const { type, dots, tuplet } = written;
  return (
    textElement('type', type) +
    element('dot', '').repeat(dots) +
    (sign === undefined ? '' : textElement('accidental', sign)) +
    (tuplet
      ? element(
          'time-modification',
          textElement('actual-notes', tuplet.actual) + textElement('normal-notes', tuplet.normal),
        )
      : '')
  );
}

function staff(context: NoteContext): string {
  return context.staff === undefined ? '' : textElement('staff', context.staff);
}

function notations({ tiedFrom, tiedTo, value: written }: ScoreEvent, isFirst: boolean): string {
  const content =
    (tiedFrom ? element('tied', '', { type: 'stop' }) : '') +
    (tiedTo ? element('tied', '', { type: 'start' }) : '') +
    // The bracket belongs to the chord, that is, to its first note.
    (isFirst && written?.tuplet?.starts
      ? element('tuplet', '', { type: 'start', bracket: 'yes' })
      : '') +
    (isFirst && written?.tuplet?.stops ? element('tuplet', '', { type: 'stop' }) : '');
  return content === '' ? '' : element('notations', content);
}
