/** The order of the parts of a tune in ABC: "P:A(AB)2C" (ABC 2.1, section 3.1.9). */
import { type MeasureMarks, playOrder } from '../playOrder';

/** A part, and the measure that it begins with. */
export interface AbcPart {
  title: string;
  index: number;
}

const MOST_PARTS = 1000;

/** Indices of measures in playing order, at most `most`, give or take a part. */
export function partsInOrder(
  field: string,
  parts: readonly AbcPart[],
  marks: readonly MeasureMarks[],
  most: number,
): number[] {
  const within = (from: number, to: number): number[] =>
    playOrder(marks.slice(from, to), most).map((index) => from + index);
  const starts = parts.toSorted((a, b) => a.index - b.index);
  const named = new Map<string, number[]>();
  starts.forEach(({ title, index }, i) => {
    const to = starts.slice(i).find((later) => later.index > index)?.index ?? marks.length;
    if (!named.has(title)) named.set(title, within(index, to));
  });
  const letters = expand(field).filter((letter) => named.has(letter));
  if (letters.length === 0) return playOrder(marks, most);
  const order = within(0, starts[0].index);
  for (const letter of letters) {
    if (order.length > most) break;
    order.push(...(named.get(letter) ?? []));
  }
  return order;
}

/** "A2(BC)2" as A, A, B, C, B, C; at most `MOST_PARTS`. */
function expand(field: string): string[] {
  const open: string[][] = [[]];
  let last: string[] = [];
  for (const [token] of field.matchAll(/[A-Za-z]|\d+|[()]/g)) {
    const current = open[open.length - 1];
    if (token === '(') {
      open.push([]);
      last = [];
    } else if (token === ')') {
      if (open.length < 2) continue;
      last = open.pop() ?? [];
      open[open.length - 1].push(...last);
    } else if (/\d/.test(token)) {
      for (let i = 1; i < Number(token) && current.length < MOST_PARTS; i++) current.push(...last);
    } else {
      current.push(token);
      last = [token];
    }
    if (open[open.length - 1].length > MOST_PARTS) open[open.length - 1].length = MOST_PARTS;
  }
  return open.flat().slice(0, MOST_PARTS);
}
