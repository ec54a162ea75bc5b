/**
 * Nats of the conditions that the network knows before a piece's first note. The conditions of a
 * piece (key, number of bars, plan) are coded once, each under a small model of the training
 * pieces, and their nats are added to those of its notes.
 */
import type { EncodingId } from '../../src/music/encoding';
import type { ConditionReader, PieceConditions } from './conditionReader';
import { formReader } from './formReader';
import { PlanModel } from './planModel';

/** Readers of encodings with conditions, one line each. */
export const conditionReaders: Partial<Record<EncodingId, ConditionReader>> = {
  form: formReader,
};

/** Nats of each condition, summed over the pieces; 0 for conditions that are not given. */
export interface ConditionNats {
  key: number;
  bars: number;
  plan: number;
}

export function conditionNats(
  pieces: readonly PieceConditions[],
  training: readonly PieceConditions[],
): ConditionNats {
  const nats = { key: 0, bars: 0, plan: 0 };
  const keys = training.flatMap(({ key }) => (key ? [key.value] : []));
  const lengths = training.flatMap(({ bars }) => (bars === undefined ? [] : [bars]));
  const plans = training.flatMap(({ plan }) => (plan ? [plan.symbols] : []));
  for (const { key, bars, plan } of pieces) {
    if (key) nats.key += addOneNats(key.value, keys, key.classes);
    if (bars !== undefined) nats.bars += lengthNats(bars, lengths);
    if (plan) nats.plan += new PlanModel(plans, plan.classes).nats(plan.symbols);
  }
  return nats;
}

/** Nats of all conditions; without those of the plan if it is unknown. */
export function sumOf({ key, bars, plan }: ConditionNats, planKnown = true): number {
  return key + bars + (planKnown ? plan : 0);
}

/** Laplace's rule: the count of each value plus one. */
function addOneNats(value: number, seen: readonly number[], classes: number): number {
  const count = seen.filter((other) => other === value).length;
  return -Math.log((count + 1) / (seen.length + classes));
}

/** Octaves of lengths: 1, 2-3, 4-7, ... up to 65,535 bars. */
const OCTAVES = 16;

/** Octave of the length by Laplace's rule, then a uniform length within it. */
function lengthNats(bars: number, seen: readonly number[]): number {
  const octave = octaveOf(bars);
  return addOneNats(octave, seen.map(octaveOf), OCTAVES) + Math.log(2 ** octave);
}

function octaveOf(bars: number): number {
  return Math.min(OCTAVES - 1, Math.floor(Math.log2(Math.max(1, bars))));
}
