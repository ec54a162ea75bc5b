/** Divides a stretch of one voice in one bar into notated lengths, by the levels of its meter. */
import { type Division, divisionAt } from './divisions';
import { type NoteType, type NoteValue, type ScoreBar, WHOLE } from './score';
import { isCompound, meterLevels, segmentTicks } from './scoreBars';

/** From `start` to `end`, ticks since the bar line. */
export interface Stretch {
  start: number;
  end: number;
}

/** A part of a stretch that one note can show. */
export interface ValuedStretch extends Stretch {
  value: NoteValue;
}

const TYPES: readonly NoteType[] = ['whole', 'half', 'quarter', 'eighth', '16th', '32nd', '64th'];

/** The note value of this length; undefined if it takes several. */
function plainValue(ticks: number): NoteValue | undefined {
  for (const [i, type] of TYPES.entries()) {
    const plain = WHOLE / 2 ** i;
    if (ticks === plain) return { type, dots: 0 };
    if (ticks === plain * 1.5 && type !== '64th') return { type, dots: 1 };
  }
  return undefined;
}

/** A beat, or two, with a tuplet. */
interface TupletSpan extends Stretch {
  division: Division;
}

/**
 * The lengths of all stretches, which fill the bar in order.
 * @returns for each stretch its parts, in order; they lie within one tuplet or outside of any
 */
export function noteValues(
  stretches: readonly (Stretch & { isRest: boolean })[],
  bar: ScoreBar,
): ValuedStretch[][] {
  const tuplets = tupletSpans(stretches, bar);
  const levels = meterLevels(bar.signature);
  return stretches.map(({ start, end, isRest }) => {
    const parts: ValuedStretch[] = [];
    for (let at = start; at < end; ) {
      const span = tuplets.find((tuplet) => tuplet.end > at);
      if (span && span.start <= at) {
        const until = Math.min(end, span.end);
        parts.push(...inTuplet({ start: at, end: until }, span));
        at = until;
      } else {
        const until = Math.min(end, span?.start ?? end);
        parts.push(...plain({ start: at, end: until }, isRest, bar, levels));
        at = until;
      }
    }
    return parts;
  });
}

/** Where the stretches' ends need tuplets. */
function tupletSpans(stretches: readonly Stretch[], bar: ScoreBar): TupletSpan[] {
  const size = segmentTicks(bar);
  const spans: TupletSpan[] = [];
  for (let start = 0; start < bar.ticks; start += size) {
    const end = Math.min(start + size, bar.ticks);
    const places = stretches
      .filter((stretch) => stretch.end > start && stretch.end < end)
      .map((stretch) => stretch.end - start);
    const division = divisionAt(end - start, places);
    if (division?.tuplet) spans.push({ start, end, division });
  }
  return isCompound(bar.signature) ? spans : joinPairs(spans, stretches, size);
}

/** Two beats whose triplets are long ones, such as three quarters in the time of two. */
function joinPairs(
  spans: readonly TupletSpan[],
  stretches: readonly Stretch[],
  size: number,
): TupletSpan[] {
  const joined: TupletSpan[] = [];
  for (let i = 0; i < spans.length; i++) {
    const [span, next] = [spans[i], spans[i + 1]];
    const isPair =
      next?.start === span.end &&
      span.start % (2 * size) === 0 &&
      span.division.parts === 3 &&
      next.division.parts === 3 &&
      next.end - span.start === 2 * size &&
      stretches.every(
        ({ end }) =>
          end <= span.start || end >= next.end || ((end - span.start) * 3) % (2 * size) === 0,
      );
    if (isPair) {
      joined.push({ ...span, end: next.end });
      i++;
    } else joined.push(span);
  }
  return joined;
}

function inTuplet({ start, end }: Stretch, span: TupletSpan): ValuedStretch[] {
  const { tuplet } = span.division;
  if (!tuplet) throw new Error('This beat has no tuplet.');
  const { actual, normal } = tuplet;
  const parts: ValuedStretch[] = [];
  const unit = (span.end - span.start) / span.division.parts;
  for (let at = start; at < end; ) {
    let until = end;
    let value = plainValue(((until - at) * actual) / normal);
    while (!value && until - unit > at) {
      until -= unit;
      value = plainValue(((until - at) * actual) / normal);
    }
    if (!value) throw new Error(`No note value in a tuplet has ${until - at} ticks.`);
    const starts = at === span.start;
    const stops = until === span.end;
    parts.push({
      start: at,
      end: until,
      value: { ...value, tuplet: { actual, normal, starts, stops } },
    });
    at = until;
  }
  return parts;
}

function plain(
  stretch: Stretch,
  isRest: boolean,
  bar: ScoreBar,
  levels: readonly number[],
): ValuedStretch[] {
  const { start, end } = stretch;
  const value = plainValue(end - start);
  const crossed = strongestWithin(stretch, levels);
  if (value && crossed < 0) return [{ ...stretch, value }];
  if (crossed < 0) throw new Error(`No note value has ${end - start} ticks.`);
  if (value && isReadable(stretch, value, crossed, isRest, bar, levels)) {
    return [{ ...stretch, value }];
  }
  const size = levels[crossed];
  const first = (Math.floor(start / size) + 1) * size;
  const last = (Math.ceil(end / size) - 1) * size;
  const cut = levelOf(start, levels) <= crossed ? last : first;
  return [
    ...plain({ start, end: cut }, isRest, bar, levels),
    ...plain({ start: cut, end }, isRest, bar, levels),
  ];
}

/** Whether a note may hide the places that it crosses. */
function isReadable(
  { start, end }: Stretch,
  value: NoteValue,
  crossed: number,
  isRest: boolean,
  bar: ScoreBar,
  levels: readonly number[],
): boolean {
  const from = levelOf(start, levels);
  const to = levelOf(end, levels);
  if (isRest && value.dots > 0 && !isCompound(bar.signature)) return false;
  const size = levels[crossed];
  const isHalfBar = crossed === 1 && size * 2 === levels[0] && levels.length > 2;
  if (isHalfBar) return from === 0 || (!isRest && isSyncopation({ start, end }, crossed, levels));
  if (from < crossed || to < crossed) return true;
  if (from === crossed || to === crossed) return (end - start) % size === 0 || value.dots > 0;
  return !isRest && isSyncopation({ start, end }, crossed, levels);
}

/** Short, long, short, with the middle of the long note on the beat. */
function isSyncopation(
  { start, end }: Stretch,
  crossed: number,
  levels: readonly number[],
): boolean {
  const half = levels[crossed + 1];
  const middle = (start + end) / 2;
  return levels[crossed] === 2 * half && middle % levels[crossed] === 0 && middle - start === half;
}

/** Index of the strongest level with a place inside of the stretch; -1 for none. */
function strongestWithin({ start, end }: Stretch, levels: readonly number[]): number {
  return levels.findIndex((size) => (Math.floor(start / size) + 1) * size < end);
}

/** Index of the strongest level that `place` is on. */
function levelOf(place: number, levels: readonly number[]): number {
  const level = levels.findIndex((size) => place % size === 0);
  return level < 0 ? levels.length : level;
}
