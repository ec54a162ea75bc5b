/**
 * Suffix automaton of a sequence (Blumer et al. 1985): accepts just the sequence's runs, has fewer
 * than twice as many states as it has values, and reads another sequence in one pass.
 */

interface State {
  /** Length of the longest run that leads here. */
  length: number;
  /** State of the longest end of that run which also stands elsewhere; -1 for the start. */
  link: number;
  /** Index of the last value where the run first stands. */
  firstEnd: number;
  next: Map<number, number>;
}

export interface SharedRun {
  length: number;
  /** Index of the run's first value in the automaton's sequence, where it first stands. */
  start: number;
  /** The same in the sequence that was read. */
  otherStart: number;
}

export class SuffixAutomaton {
  readonly #states: State[] = [{ length: 0, link: -1, firstEnd: -1, next: new Map() }];

  constructor(values: ArrayLike<number>) {
    let last = 0;
    for (let i = 0; i < values.length; i++) last = this.#append(last, values[i], i);
  }

  /**
   * The longest run that both sequences share.
   * @returns the first one that is longer than `least` and than all before it; undefined if none is
   */
  longestShared(other: ArrayLike<number>, least = 0): SharedRun | undefined {
    const states = this.#states;
    let best: SharedRun | undefined;
    let most = least;
    let at = 0;
    let length = 0;
    for (let i = 0; i < other.length; i++) {
      let next = states[at].next.get(other[i]);
      while (next === undefined && at !== 0) {
        at = states[at].link;
        length = states[at].length;
        next = states[at].next.get(other[i]);
      }
      if (next === undefined) continue;
      at = next;
      length++;
      if (length <= most) continue;
      most = length;
      best = { length, start: states[at].firstEnd + 1 - length, otherStart: i + 1 - length };
    }
    return best;
  }

  #append(last: number, value: number, index: number): number {
    const states = this.#states;
    const added = states.length;
    states.push({ length: states[last].length + 1, link: 0, firstEnd: index, next: new Map() });
    let at = last;
    while (at >= 0 && !states[at].next.has(value)) {
      states[at].next.set(value, added);
      at = states[at].link;
    }
    const target = states[at]?.next.get(value);
    if (target !== undefined) states[added].link = this.#ofLength(at, value, target);
    return added;
  }

  /** The state of the run to `from` and `value` alone, divided from `target` where that is longer. */
  #ofLength(from: number, value: number, target: number): number {
    const states = this.#states;
    const length = states[from].length + 1;
    if (states[target].length === length) return target;
    const divided = states.length;
    states.push({ ...states[target], length, next: new Map(states[target].next) });
    states[target].link = divided;
    for (let at = from; at >= 0 && states[at].next.get(value) === target; at = states[at].link) {
      states[at].next.set(value, divided);
    }
    return divided;
  }
}
