/** The form that stands over the roll, and where its groups lie. */
import type { BarRange } from '../../model/composing/contract';
import type { FormGroup } from '../../music/form/letters';

export interface RollForm {
  /** In order, without gaps. */
  groups: readonly FormGroup[];
  /** Length of a bar in ticks. */
  barTicks: number;
}

/** First tick of a group, and the first after it. */
export function groupTicks(
  { groups, barTicks }: RollForm,
  index: number,
): { from: number; to: number } {
  const { bar, bars } = groups[index];
  return { from: bar * barTicks, to: (bar + bars) * barTicks };
}

/** Index of the group that sounds at `tick`; -1 after the last one. */
export function groupAt({ groups, barTicks }: RollForm, tick: number): number {
  const at = tick / barTicks;
  return groups.findIndex(({ bar, bars }) => at >= bar && at < bar + bars);
}

/** The bars of a group; undefined for index -1. */
export function groupBars({ groups }: RollForm, index: number): BarRange | undefined {
  const group = groups[index];
  return group && { from: group.bar, to: group.bar + group.bars };
}

/** Index of the group that is exactly the marked bars; -1 for none. */
export function markedGroup(form: RollForm | undefined, bars: BarRange | undefined): number {
  if (!form || !bars) return -1;
  return form.groups.findIndex(
    (group) => group.bar === bars.from && group.bar + group.bars === bars.to,
  );
}
