/** One measure of one part as MusicXML: attributes, directions, then voice by voice. */
import { signsOfBar } from './accidentals';
import { beamsOf } from './beams';
import { type NoteContext, writeEvent } from './musicXmlNote';
import { type Clef, SCORE_PPQ, type Score, type ScoreBar, type ScorePart } from './score';
import { element, textElement } from './xml';

/** Voice numbers of the second staff begin here, as notation programs have it. */
const VOICES_A_STAFF = 4;

/** @param isFirstPart tempos stand in the first part only */
export function writeMeasure(
  score: Score,
  part: ScorePart,
  index: number,
  isFirstPart: boolean,
): string {
  const bar = score.bars[index];
  const content =
    attributes(score.bars, part, index) +
    (isFirstPart ? tempos(score, bar) : '') +
    pedal(part, bar) +
    voices(part, bar, index);
  return element('measure', content, { number: index + 1 });
}

function attributes(bars: readonly ScoreBar[], { staves }: ScorePart, index: number): string {
  const bar = bars[index];
  const before = index > 0 ? bars[index - 1] : undefined;
  let content = '';
  if (!before) content += textElement('divisions', SCORE_PPQ);
  if (before?.key.fifths !== bar.key.fifths || before.key.mode !== bar.key.mode) {
    const { fifths, mode } = bar.key;
    content += element('key', textElement('fifths', fifths) + textElement('mode', mode));
  }
  const { numerator, denominator } = bar.signature;
  if (before?.signature.numerator !== numerator || before.signature.denominator !== denominator) {
    content += element(
      'time',
      textElement('beats', numerator) + textElement('beat-type', denominator),
    );
  }
  if (!before && staves.length > 1) content += textElement('staves', staves.length);
  staves.forEach((staff, i) => {
    if (staff[index - 1]?.clef === staff[index].clef) return;
    content += clef(staff[index].clef, staves.length > 1 ? i + 1 : undefined);
  });
  return content === '' ? '' : element('attributes', content);
}

function clef(kind: Clef, number: number | undefined): string {
  const [sign, line] = kind === 'treble' ? ['G', 2] : ['F', 4];
  return element('clef', textElement('sign', sign) + textElement('line', line), { number });
}

/** The first tempo is shown; later ones, often those of a performance, are only played. */
function tempos({ tempos: all }: Score, bar: ScoreBar): string {
  return all
    .map(({ tick, microsecondsPerQuarter }, i) => {
      if (tick < bar.tick || tick >= bar.tick + bar.ticks) return '';
      if (all[i + 1]?.tick === tick) return '';
      const perMinute = Number((60e6 / microsecondsPerQuarter).toFixed(6));
      const at = tick > bar.tick ? textElement('offset', tick - bar.tick, { sound: 'yes' }) : '';
      const mark = element(
        'metronome',
        textElement('beat-unit', 'quarter') + textElement('per-minute', Math.round(perMinute)),
      );
      const unseen = element('other-direction', '', { 'print-object': 'no' });
      return element(
        'direction',
        element('direction-type', tick > 0 ? unseen : mark) +
          at +
          element('sound', '', { tempo: perMinute }),
        { placement: tick > 0 ? undefined : 'above' },
      );
    })
    .join('');
}

function pedal({ pedal: changes, staves }: ScorePart, bar: ScoreBar): string {
  return changes
    .filter(({ tick }) => tick >= bar.tick && tick < bar.tick + bar.ticks)
    .map(({ tick, down }) => {
      const at = tick > bar.tick ? textElement('offset', tick - bar.tick, { sound: 'yes' }) : '';
      const mark = element('pedal', '', { type: down ? 'start' : 'stop', line: 'no', sign: 'yes' });
      return element(
        'direction',
        element('direction-type', mark) +
          at +
          (staves.length > 1 ? textElement('staff', staves.length) : '') +
          element('sound', '', { 'damper-pedal': down ? 'yes' : 'no' }),
        { placement: 'below' },
      );
    })
    .join('');
}

function voices({ staves }: ScorePart, bar: ScoreBar, index: number): string {
  const written = staves.flatMap((staff, i) =>
    staff[index].voices.map((own) => ({
      own,
      context: {
        staff: staves.length > 1 ? i + 1 : undefined,
        voice: i * VOICES_A_STAFF + own.voice + 1,
        stem: staff[index].voices.length > 1 ? (own.voice === 0 ? 'up' : 'down') : undefined,
        isSecond: own.voice === 1,
      } satisfies NoteContext,
      signs: signsOfBar(
        staff[index].voices.flatMap(({ events }) => events),
        bar.key.fifths,
      ),
    })),
  );
  const back = element('backup', textElement('duration', bar.ticks));
  return written
    .map(({ own, context, signs }) => {
      const beams = beamsOf(own.events, bar);
      return own.events.map((event, i) => writeEvent(event, beams[i], signs, context)).join('');
    })
    .join(back);
}
