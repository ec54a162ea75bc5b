/** Conditions of a take, set before its first note: meter, length, key and plan. */
import { type GridMeter, gridMeters } from '../../music/encoding/barPosition';
import type { Rows } from '../../music/encoding/encoding';
import { GRID_PPQ, TICK_CLASSES } from '../../music/encoding/tickClasses';
import { barsOf } from '../../music/form/collect';
import { FORM_COLUMNS } from '../../music/form/columns';
import type { Conditions } from '../../music/form/conditions';
import { planOf } from '../../music/form/plan';
import type { ComposeOptions } from '../composer';

type TakeLength = Pick<ComposeOptions, 'prompt' | 'rest' | 'length' | 'timeSignature'>;

/**
 * Conditions of one take. The bars of a prompt are part of the plan; the take's own plan continues
 * after the prompt's last bar.
 * @param take index of the take
 */
export function takeConditions(
  options: TakeLength & Pick<ComposeOptions, 'forms'>,
  take: number,
): Conditions {
  const meter = meterOf(options);
  const { prompt, forms } = options;
  const opened = planOf(barsOf(prompt, FORM_COLUMNS, [meter]));
  const bars = takeBars(options);
  const form = forms?.[take];
  const plan = form?.plan && [...opened, ...form.plan.slice(opened.length, bars)];
  return {
    meters: [meter],
    style: form?.style,
    key: form?.key,
    bars,
    plan,
    lastPlace: form?.lastPlace,
  };
}

/** Bars of a take, prompt included: whole bars follow the last bar of the prompt and its rest. */
export function takeBars(options: TakeLength): number {
  const { prompt, rest = 0, length } = options;
  const { barTicks } = meterOf(options);
  const tick = lastOnset(prompt);
  const inHand = prompt.data.length > 0 ? Math.floor(tick / barTicks) + 1 : 0;
  return Math.max(inHand, Math.ceil((tick + rest) / barTicks)) + length;
}

function meterOf({ timeSignature }: TakeLength): GridMeter {
  const [meter] = gridMeters([{ ...timeSignature, tick: 0 }], GRID_PPQ);
  return meter;
}

/** Grid tick of the last onset; 0 without rows. */
function lastOnset({ data, width }: Rows): number {
  let tick = 0;
  for (let at = FORM_COLUMNS.time; at < data.length; at += width) tick += TICK_CLASSES[data[at]];
  return tick;
}
