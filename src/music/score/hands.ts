/**
 * Divides piano music between two hands by the running centre of each. The notes struck together
 * are split at the point that costs least: distance from the hands' centres, stretches beyond the
 * span of a hand, and changes of hand within a line.
 */
import { compareNotes, type Note } from '../song';

export interface Hands {
  right: Note[];
  left: Note[];
}

/** Semitones that one hand spans with ease. */
const SPAN = 14;
const STRETCH_COST = 4;
/** Cost of taking a line from the hand that plays it, semitones. */
const CHANGE_COST = 8;
/** Notes of a line lie this close, in semitones and quarter notes. */
const LINE_STEP = 4;
const LINE_QUARTERS = 2;
/** Share of a new onset in the running centre. */
const FOLLOW = 0.25;
/** Least distance of the centres, semitones: hands lie side by side. */
const APART = 7;
const FIRST_CENTRES: readonly [number, number] = [50, 69];

interface Hand {
  centre: number;
  /** Notes that may still sound, or were struck lately. */
  recent: Note[];
  notes: Note[];
}

/** @param ppq of the notes' ticks @returns the same note objects, each hand in order */
export function splitHands(notes: readonly Note[], ppq: number): Hands {
  const ordered = notes.toSorted(compareNotes);
  const hands: [Hand, Hand] = [newHand(FIRST_CENTRES[0]), newHand(FIRST_CENTRES[1])];
  for (let from = 0; from < ordered.length; ) {
    let to = from + 1;
    while (to < ordered.length && ordered[to].tick === ordered[from].tick) to++;
    strike(ordered.slice(from, to), hands, LINE_QUARTERS * ppq);
    from = to;
  }
  return { left: hands[0].notes, right: hands[1].notes };
}

function newHand(centre: number): Hand {
  return { centre, recent: [], notes: [] };
}

/** Gives the lower notes of `chord` to the left hand and the others to the right one. */
function strike(chord: readonly Note[], hands: [Hand, Hand], memory: number): void {
  const { tick } = chord[0];
  for (const hand of hands) {
    hand.recent = hand.recent.filter((note) => Math.max(end(note), note.tick + memory) > tick);
  }
  const costs = chord.map((note) => hands.map((hand, i) => noteCost(note, hand, hands[1 - i])));
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let split = 0; split <= chord.length; split++) {
    const cost =
      costs.reduce((sum, own, i) => sum + own[i < split ? 0 : 1], 0) +
      stretch(chord.slice(0, split), hands[0]) +
      stretch(chord.slice(split), hands[1]);
    if (cost < least) {
      least = cost;
      best = split;
    }
  }
  take(hands[0], chord.slice(0, best));
  take(hands[1], chord.slice(best));
  keepApart(hands);
}

function noteCost(note: Note, hand: Hand, other: Hand): number {
  const changes = lineAge(note, other) < lineAge(note, hand);
  return Math.abs(note.pitch - hand.centre) + (changes ? CHANGE_COST : 0);
}

/** Ticks since the hand last struck a note close to this one; infinite if it did not. */
function lineAge({ tick, pitch }: Note, { recent }: Hand): number {
  let age = Number.POSITIVE_INFINITY;
  for (const note of recent) {
    if (Math.abs(note.pitch - pitch) <= LINE_STEP) age = Math.min(age, tick - note.tick);
  }
  return age;
}

/** Cost of what the hand would have to span, held notes included. */
function stretch(chord: readonly Note[], { recent }: Hand): number {
  if (chord.length === 0) return 0;
  let low = chord[0].pitch;
  let high = low;
  for (const { pitch } of chord) {
    low = Math.min(low, pitch);
    high = Math.max(high, pitch);
  }
  for (const note of recent) {
    if (end(note) <= chord[0].tick) continue;
    low = Math.min(low, note.pitch);
    high = Math.max(high, note.pitch);
  }
  return Math.max(0, high - low - SPAN) * STRETCH_COST;
}

function take(hand: Hand, chord: readonly Note[]): void {
  if (chord.length === 0) return;
  const mean = chord.reduce((sum, { pitch }) => sum + pitch, 0) / chord.length;
  hand.centre += FOLLOW * (mean - hand.centre);
  hand.notes.push(...chord);
  hand.recent.push(...chord);
}

function keepApart([left, right]: [Hand, Hand]): void {
  const lacking = APART - (right.centre - left.centre);
  if (lacking <= 0) return;
  left.centre -= lacking / 2;
  right.centre += lacking / 2;
}

function end({ tick, duration }: Note): number {
  return tick + duration;
}
