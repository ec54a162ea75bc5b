/**
 * The order in which the measures of a score are played: repeats, endings, and the jumps da capo
 * and dal segno with fine and coda.
 */
import type { ParsedMeasure } from './parsed';

/** What one measure says about the order, from all parts together. */
export interface MeasureMarks {
  forward: boolean;
  backward: boolean;
  /** How often a backward repeat has its section played. */
  times: number | undefined;
  /** Passes on which the ending that begins here is played. */
  endingStart: number[] | undefined;
  endingStop: boolean;
  segno: boolean;
  coda: boolean;
  toCoda: boolean;
  fine: boolean;
  jump: 'capo' | 'segno' | undefined;
}

const MOST_TIMES = 64;

/** @param parts measures of each part @returns one entry a measure */
export function measureMarks(parts: readonly (readonly ParsedMeasure[])[]): MeasureMarks[] {
  const count = Math.max(0, ...parts.map((measures) => measures.length));
  const marks = Array.from({ length: count }, noMarks);
  for (const measures of parts) {
    measures.forEach((measure, i) => {
      readBarlines(measure, marks, i);
      readEntries(measure, marks[i]);
    });
  }
  return marks;
}

export function noMarks(): MeasureMarks {
  return {
    forward: false,
    backward: false,
    times: undefined,
    endingStart: undefined,
    endingStop: false,
    segno: false,
    coda: false,
    toCoda: false,
    fine: false,
    jump: undefined,
  };
}

function readBarlines({ barlines }: ParsedMeasure, marks: MeasureMarks[], i: number): void {
  for (const { location, repeat, ending } of barlines ?? []) {
    if (repeat?.direction === 'forward') marks[i].forward = true;
    if (repeat?.direction === 'backward') {
      // At the left of a measure it closes the one before.
      const closed = location === 'left' ? i - 1 : i;
      if (closed >= 0) {
        marks[closed].backward = true;
        marks[closed].times = repeat.times ?? marks[closed].times;
      }
    }
    if (ending?.type === 'start') marks[i].endingStart = passesOf(ending.number);
    else if (ending) marks[i].endingStop = true;
  }
}

/** "1", "1, 2" or "1-3". */
export function passesOf(text: string): number[] {
  const passes = text.split(/[,\s]+/).flatMap((range) => {
    const [from, to = from] = range.split('-').map(Number);
    if (!(from >= 1 && to <= MOST_TIMES)) return [];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  });
  return passes.length > 0 ? passes : [1];
}

function readEntries({ entries }: ParsedMeasure, marks: MeasureMarks): void {
  for (const entry of entries) {
    if (entry.type === 'sound') {
      if (entry.dacapo) marks.jump = 'capo';
      if (entry.dalsegno !== undefined) marks.jump = 'segno';
      if (entry.segno !== undefined) marks.segno = true;
      if (entry.coda !== undefined) marks.coda = true;
      if (entry.tocoda !== undefined) marks.toCoda = true;
      if (entry.fine) marks.fine = true;
      if (entry.forwardRepeat) marks.forward = true;
    } else if (entry.type === 'direction') {
      for (const mark of entry.directionTypes) {
        if (mark.kind === 'segno') marks.segno = true;
        else if (mark.kind === 'coda') marks.coda = true;
        else if (mark.kind === 'words') readWords(mark.text, marks);
      }
    }
  }
}

/** Fine, da capo and dal segno, where they are written out. */
export function readWords(text: string, marks: MeasureMarks): void {
  const words = text.trim().toLowerCase();
  if (/^(d\. ?c\.?|da capo)(?![a-z])/.test(words)) marks.jump = 'capo';
  else if (/^(d\. ?s\.?|dal segno)(?![a-z])/.test(words)) marks.jump = 'segno';
  else if (/^to coda\b/.test(words)) marks.toCoda = true;
  else if (/^fine\.?$/.test(words)) marks.fine = true;
}

/** Indices of measures in playing order, at most `most`. */
export function playOrder(marks: readonly MeasureMarks[], most: number): number[] {
  const endings = endingsOf(marks);
  const order: number[] = [];
  let section = 0;
  let pass = 1;
  let jumped = false;
  for (let i = 0; i < marks.length && order.length < most; ) {
    const mark = marks[i];
    if (mark.forward && i !== section) {
      section = i;
      pass = 1;
    }
    const ending = endings[i];
    if (ending && !ending.passes.includes(jumped ? ending.last : pass)) {
      i = ending.end + 1;
      continue;
    }
    order.push(i);
    if (jumped && mark.fine) break;
    const coda = marks.findIndex((other, at) => other.coda && at > i);
    if (jumped && mark.toCoda && coda >= 0) {
      i = coda;
      continue;
    }
    if (mark.backward && !jumped && pass < timesOf(mark, ending, endings, i)) {
      pass++;
      i = section;
      continue;
    }
    if (mark.backward || (ending && i === ending.end && !endings[i + 1])) {
      section = i + 1;
      pass = 1;
    }
    if (mark.jump && !jumped) {
      jumped = true;
      const segno = marks.findIndex((other) => other.segno);
      i = mark.jump === 'segno' && segno >= 0 ? segno : 0;
      section = i;
      continue;
    }
    i++;
  }
  return order;
}

interface Ending {
  passes: number[];
  /** Its last measure. */
  end: number;
  /** The last pass of all endings of its section. */
  last: number;
}

/** For each measure the ending that it belongs to. */
function endingsOf(marks: readonly MeasureMarks[]): (Ending | undefined)[] {
  const found = new Array<Ending | undefined>(marks.length).fill(undefined);
  let group: Ending[] = [];
  for (let i = 0; i < marks.length; i++) {
    const passes = marks[i].endingStart;
    if (!passes) continue;
    let end = i;
    // An ending that nothing closes is one measure long.
    for (let at = i; at < marks.length; at++) {
      if (at > i && marks[at].endingStart) break;
      if (marks[at].endingStop || marks[at].backward) {
        end = at;
        break;
      }
    }
    if (!found[i - 1]) group = [];
    const ending: Ending = { passes, end, last: 0 };
    group.push(ending);
    const last = Math.max(...group.flatMap((own) => own.passes));
    for (const own of group) own.last = last;
    for (let at = i; at <= end; at++) found[at] = ending;
  }
  return found;
}

/** How often the section is played that a backward repeat closes. */
function timesOf(
  { times }: MeasureMarks,
  ending: Ending | undefined,
  endings: readonly (Ending | undefined)[],
  i: number,
): number {
  if (!ending) return Math.min(MOST_TIMES, times ?? 2);
  // The last ending is played once, whether or not it closes with a repeat sign; a first one
  // without a second is left out the next time.
  const isLast = !endings[i + 1] && ending.passes.length === 1 && ending.passes[0] >= ending.last;
  return isLast ? 2 : ending.last;
}
