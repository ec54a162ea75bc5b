/** What decorations and annotations in ABC say of loudness and of the order of the measures. */
import { isAccent, velocityOfMark } from '../dynamics';
import type { MeasureContent } from '../measureContent';
import { type MeasureMarks, readWords } from '../playOrder';

/** Names of accents elsewhere. */
const ACCENTS: Readonly<Record<string, string>> = {
  marcato: 'strong-accent',
  umarcato: 'strong-accent',
};

const WEDGES = {
  'crescendo(': 'crescendo',
  'diminuendo(': 'diminuendo',
  'crescendo)': 'stop',
  'diminuendo)': 'stop',
} as const;

/** @param at ticks since the bar line */
export function readDynamics(
  decorations: readonly string[],
  at: number,
  { dynamics, wedges }: MeasureContent,
): void {
  for (const name of decorations) {
    const velocity = velocityOfMark(name);
    if (velocity !== undefined) dynamics.push({ at, staff: undefined, velocity });
    if (isWedge(name)) wedges.push({ at, staff: undefined, type: WEDGES[name] });
  }
}

function isWedge(name: string): name is keyof typeof WEDGES {
  return name in WEDGES;
}

export function accentsOf(decorations: readonly string[]): string[] {
  return decorations.map((name) => ACCENTS[name] ?? name).filter(isAccent);
}

/** Signs at which a jump arrives. */
export function readTargets(decorations: readonly string[], mark: MeasureMarks): void {
  if (decorations.includes('segno')) mark.segno = true;
  if (decorations.includes('coda')) mark.coda = true;
}

/** Jumps, and where the second time ends. */
export function readJumps(
  decorations: readonly string[],
  annotations: readonly { name: string }[],
  mark: MeasureMarks,
): void {
  for (const name of decorations) {
    if (name.startsWith('D.C.')) mark.jump = 'capo';
    else if (name.startsWith('D.S.')) mark.jump = 'segno';
    else if (name === 'fine') mark.fine = true;
  }
  for (const { name } of annotations) readWords(name, mark);
}

/** The marks of all voices together. */
export function marksOfAll(voices: readonly (readonly MeasureMarks[])[]): MeasureMarks[] {
  const count = Math.max(0, ...voices.map(({ length }) => length));
  const marks = Array.from({ length: count }, (_, i): MeasureMarks => {
    const all = voices.flatMap((own) => own[i] ?? []);
    return {
      forward: all.some((each) => each.forward),
      backward: all.some((each) => each.backward),
      times: undefined,
      endingStart: all.find((each) => each.endingStart)?.endingStart,
      endingStop: all.some((each) => each.endingStop),
      segno: all.some((each) => each.segno),
      coda: all.some((each) => each.coda),
      toCoda: all.some((each) => each.toCoda),
      fine: all.some((each) => each.fine),
      jump: all.find((each) => each.jump)?.jump,
    };
  });
  // Of two signs the first one is often where the coda is gone to.
  const codas = marks.filter(({ coda }) => coda);
  if (!marks.some(({ toCoda }) => toCoda)) {
    for (const mark of codas.slice(0, -1)) {
      mark.coda = false;
      mark.toCoda = true;
    }
  }
  return marks;
}
