/**
 * The small model of plans: how probable a plan is among the plans of the training pieces. A plan is
 * one symbol a bar, conditioned on the two symbols before. The model is adaptive: the bars of the
 * plan that are already coded count too.
 */
import { WittenBell } from './wittenBell.ts';

/** The two symbols before, and none. */
const ORDERS = 3;

export class PlanModel {
  readonly #training: readonly (readonly number[])[];
  readonly #classes: number;

  /**
   * @param training plans to learn from
   * @param classes symbols run from 0 to classes - 1
   */
  constructor(training: readonly (readonly number[])[], classes: number) {
    this.#training = training;
    this.#classes = classes;
  }

  /** Nats of the plan, given how many bars it has. */
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

/** A bar that has fewer than two before it knows that it is the first or the second. */
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

/** Stands before the first bar; no symbol. */
const START = -1;
