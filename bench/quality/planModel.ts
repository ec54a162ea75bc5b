/**
 * Small model of plans: probability of a plan given the plans of the training pieces. A plan has
 * one symbol per bar, conditioned on the two symbols before. The model is adaptive: the coded bars
 * of the current plan count too.
 */
import { WittenBell } from './wittenBell.ts';

/** Histories: the two symbols before, and shorter ones. */
const ORDERS = 3;

export class PlanModel {
  readonly #training: readonly (readonly number[])[];
  readonly #classes: number;

  /**
   * @param training plans
   * @param classes symbols run from 0 to classes - 1
   */
  constructor(training: readonly (readonly number[])[], classes: number) {
    this.#training = training;
    this.#classes = classes;
  }

  /** Nats of the plan, given its number of bars. */
  nats(plan: readonly number[]): number {
    const counts = new WittenBell(ORDERS, this.#classes);
    for (const known of this.#training) {
      walk(known, (history, symbol) => counts.count(history, symbol));
    }
    let nats = 0;
    walk(plan, (history, symbol) => {
      nats -= Math.log(counts.probability(history, symbol));
      counts.count(history, symbol);
    });
    return nats;
  }
}

/** The first two bars have padding symbols in their history. */
function walk(
  plan: readonly number[],
  visit: (history: readonly number[], symbol: number) => void,
): void {
  const history = [START, START];
  for (const symbol of plan) {
    visit(history, symbol);
    history.shift();
    history.push(symbol);
  }
}

/** Padding before the first bar, not a symbol. */
const START = -1;
