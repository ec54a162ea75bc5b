/** Schemas of the choices of form in the settings, and of form and quality of a take. */
import * as v from 'valibot';
import { KEY_CLASSES } from '../music/form/key';
import { STYLES } from '../music/style';
import { COUNT, integer } from '../training/schemas';
import type { StoredTakeForm } from './records';

/** 0 (C major) to 23 (B minor). */
const key = v.optional(integer(0, KEY_CLASSES - 1));

const style = v.optional(v.picklist(STYLES));

/** Fields of the compose settings; absent in settings of earlier versions. */
export const formFields = {
  style,
  key,
  form: v.optional(
    v.variant('kind', [
      v.object({ kind: v.literal('drawn') }),
      v.object({ kind: v.literal('as'), piece: v.string() }),
      v.object({ kind: v.literal('free') }),
    ]),
  ),
  repetition: v.optional(v.picklist(['less', 'as learnt', 'more'])),
};

export const takeForm: v.GenericSchema<StoredTakeForm> = v.object({
  groups: v.array(v.object({ letter: v.string(), bar: COUNT, bars: integer(1, 2 ** 16) })),
  barTicks: integer(1, 2 ** 32),
  style,
  key,
  planOf: v.optional(v.string()),
});

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const takeQuality = v.object({
  key,
  inKey: share,
  repeats: v.optional(share),
  endsOnTonic: v.boolean(),
});
