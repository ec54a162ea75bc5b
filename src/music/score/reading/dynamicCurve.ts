/** The loudness of a staff over its written time: marks that hold, and hairpins between them. */
import { partitionPoint } from '../../../lib/binarySearch';
import { DYNAMIC_STEP, USUAL_VELOCITY } from './dynamics';

export interface DynamicMark {
  tick: number;
  velocity: number;
}

export interface WedgeMark {
  tick: number;
  type: 'crescendo' | 'diminuendo' | 'stop';
}

interface Wedge {
  from: number;
  to: number;
  isCrescendo: boolean;
}

/** From `from` to `to` the velocity goes in a straight line, and then stays. */
interface Stretch {
  from: number;
  velocity: number;
  to: number;
  reached: number;
}

/**
 * Hairpins lead to the mark at their end. One without such a mark, or with one in the other
 * direction, goes one step of dynamics; what it reaches stays until the next mark.
 * @param reach ticks after a hairpin within which a mark still is the one at its end
 * @returns the velocity at a tick, not rounded
 */
export function dynamicCurve(
  marks: readonly DynamicMark[],
  wedgeMarks: readonly WedgeMark[],
  reach: number,
): (tick: number) => number {
  const ordered = marks.toSorted((a, b) => a.tick - b.tick);
  const wedges = pairWedges(wedgeMarks, ordered);
  const starts = [...ordered.map(({ tick }) => tick), ...wedges.map(({ from }) => from)];
  const stretches: Stretch[] = [];
  for (const from of [...new Set(starts)].sort((a, b) => a - b)) {
    const after = partitionPoint(ordered.length, (i) => ordered[i].tick <= from);
    const own = ordered[after - 1];
    const velocity = own?.tick === from ? own.velocity : velocityAt(stretches, from);
    const later = partitionPoint(wedges.length, (i) => wedges[i].from <= from);
    const wedge = wedges[later - 1];
    if (!wedge || wedge.to <= from) {
      stretches.push({ from, velocity, to: from, reached: velocity });
      continue;
    }
    const next = ordered[after] ?? { tick: Number.POSITIVE_INFINITY, velocity };
    const to = Math.min(wedge.to, next.tick);
    const isAtEnd = next.tick <= wedge.to + reach && !(wedges[later]?.from < next.tick);
    const aim = isAtEnd ? next.velocity : velocity;
    stretches.push({ from, velocity, to, reached: end(velocity, aim, wedge.isCrescendo) });
  }
  return (tick) => velocityAt(stretches, tick);
}

function end(velocity: number, aim: number, isCrescendo: boolean): number {
  if (isCrescendo ? aim > velocity : aim < velocity) return aim;
  return Math.min(127, Math.max(1, velocity + (isCrescendo ? DYNAMIC_STEP : -DYNAMIC_STEP)));
}

/** @param stretches ordered */
function velocityAt(stretches: readonly Stretch[], tick: number): number {
  const index = partitionPoint(stretches.length, (i) => stretches[i].from <= tick) - 1;
  if (index < 0) return USUAL_VELOCITY;
  const { from, velocity, to, reached } = stretches[index];
  if (tick >= to) return reached;
  return velocity + ((tick - from) / (to - from)) * (reached - velocity);
}

/**
 * Hairpins one after the other, ordered. A new one ends the one before; one that nothing ends
 * goes to the next mark.
 */
function pairWedges(marks: readonly WedgeMark[], dynamics: readonly DynamicMark[]): Wedge[] {
  // Where one hairpin ends and the next one begins, the end comes first.
  const rank = ({ type }: WedgeMark): number => (type === 'stop' ? 0 : 1);
  const wedges: Wedge[] = [];
  let open: Omit<Wedge, 'to'> | undefined;
  const close = (to: number | undefined): void => {
    if (open && to !== undefined && to > open.from) wedges.push({ ...open, to });
    open = undefined;
  };
  for (const { tick, type } of marks.toSorted((a, b) => a.tick - b.tick || rank(a) - rank(b))) {
    close(tick);
    if (type !== 'stop') open = { from: tick, isCrescendo: type === 'crescendo' };
  }
  const { from = 0 } = open ?? {};
  close(dynamics.find(({ tick }) => tick > from)?.tick);
  return wedges;
}
