/**
 * Quality of a finished take: share of notes in key, repeats that its plan asked for, ending on the
 * tonic triad. A batch is ranked by their sum.
 */
import { clamp } from '../../lib/clamp';
import { scaleOfKey, tonicTriad } from '../scales';
import type { Note, TimeSignature } from '../song';
import { ticksPerBar } from '../time';
import { keyOf } from './key';
import type { Degree, PlannedBar } from './plan';

/** Figures by which the takes of a batch are ranked. */
export interface TakeQuality {
  /** Key sensed in the notes, 0..23. Default: none. */
  key?: number;
  /** Share of the composed notes in the scale of that key, 0..1. */
  inKey: number;
  /** Share of the repeats in its plan that the notes make, 0..1. Default: none planned. */
  repeats?: number;
  /** Whether the last chord belongs to the tonic triad, its root at the bottom. */
  endsOnTonic: boolean;
}

/** Plan that a take was given, and the one that its notes make; one entry per bar. */
interface TakePlans {
  asked: readonly PlannedBar[];
  made: readonly PlannedBar[];
}

/** Share of a planned repeat that each degree fulfils. */
type Credit = Partial<Record<Degree, number>>;
const CREDITS: Partial<Record<Degree, Credit>> = {
  same: { same: 1, varied: 0.75, moved: 0.5 },
  varied: { same: 1, varied: 1, moved: 0.5 },
  moved: { same: 0.5, varied: 0.5, moved: 1 },
};

/** Pitch classes of a major scale among the twelve: the share in key of random notes. */
const CHANCE_IN_KEY = 7 / 12;

/**
 * @param take notes in order of onset; the first `promptNotes` were given, not composed
 * @param plans Default: the take followed no plan
 */
export function takeQuality(
  { notes, promptNotes }: { notes: readonly Note[]; promptNotes: number },
  ppq: number,
  timeSignature: TimeSignature,
  plans?: TakePlans,
): TakeQuality {
  const key = sensedKey(notes);
  const barTicks = ticksPerBar(timeSignature, ppq);
  const lastGiven = notes[promptNotes - 1];
  const firstBar = lastGiven ? Math.floor(lastGiven.tick / barTicks) + 1 : 0;
  return {
    key,
    inKey: key === undefined ? 0 : shareInKey(notes.slice(promptNotes), key),
    repeats: plans && plannedRepeats(plans, firstBar),
    endsOnTonic: key !== undefined && endsOnTonic(notes, key),
  };
}

/** Score of a take, 0..3: higher is better. Without planned repeats none are missing. */
export function qualityScore({ inKey, repeats = 1, endsOnTonic: ends }: TakeQuality): number {
  const aboveChance = (inKey - CHANCE_IN_KEY) / (1 - CHANCE_IN_KEY);
  return clamp(aboveChance, 0, 1) + repeats + (ends ? 1 : 0);
}

/** Key by the sounding time of each pitch class. */
function sensedKey(notes: readonly Note[]): number | undefined {
  const weights = new Array<number>(12).fill(0);
  for (const { pitch, duration } of notes) weights[pitch % 12] += duration;
  return keyOf(weights);
}

function shareInKey(notes: readonly Note[], key: number): number {
  const scale = scaleOfKey(key);
  const inside = notes.filter(({ pitch }) => scale.includes(pitch % 12));
  return inside.length / Math.max(1, notes.length);
}

/** Share of the planned repeats that the notes make; undefined where none are planned. */
function plannedRepeats({ asked, made }: TakePlans, firstBar: number): number | undefined {
  let planned = 0;
  let fulfilled = 0;
  for (let bar = firstBar; bar < asked.length; bar++) {
    const credit = CREDITS[asked[bar].degree];
    if (!credit) continue;
    planned++;
    fulfilled += credit[made[bar]?.degree ?? 'new'] ?? 0;
  }
  return planned === 0 ? undefined : fulfilled / planned;
}

/** Whether the notes that begin last belong to the tonic triad over its root, held notes included. */
function endsOnTonic(notes: readonly Note[], key: number): boolean {
  const last = Math.max(...notes.map(({ tick }) => tick));
  const sounding = notes.filter(({ tick, duration }) => tick === last || tick + duration > last);
  const triad = tonicTriad(key);
  const lowest = Math.min(...sounding.map(({ pitch }) => pitch));
  return sounding.every(({ pitch }) => triad.includes(pitch % 12)) && lowest % 12 === triad[0];
}
