/** Table of takes: each measure of each group, with the band of real music. */
import { bandOf, farFromMean, type Group, meanOf, outside } from './bands';
import { MEASURES, type Measure } from './measures';
import type { PartResult } from './part';

/** Decimals of small figures. */
const DIGITS: Partial<Record<Measure, number>> = { semitoneClashes: 3 };

/**
 * @param name prefix of the figures
 * @param takes prefix of `_outside_bands`
 */
export function takesTable(
  name: string,
  takes: string,
  music: Group,
  ours: Group,
  bots: readonly [copying: Group, striking: Group],
): Pick<PartResult, 'figures'> & PartResult['table'] {
  const groups = [music, ours, ...bots];
  const [copying, striking] = bots;
  const caught = (group: Group): string => outside(group, music).join(', ');
  const far = farFromMean(ours, music);
  const cell = (group: Group, measure: Measure): string => {
    const mean = meanOf(group, measure).toFixed(DIGITS[measure] ?? 2);
    if (outside(group, music).includes(measure)) return `${mean} (outside)`;
    return group === ours && far.includes(measure) ? `${mean} (far from the mean)` : mean;
  };
  const band = (measure: Measure): string => {
    const { low, high } = bandOf(music, measure);
    const digits = DIGITS[measure] ?? 2;
    return `${low.toFixed(digits)} to ${high.toFixed(digits)}`;
  };
  return {
    figures: {
      [`${name}_count`]: ours.count,
      [`${name}_valid`]: ours.valid,
      [`${name}_outside`]: caught(ours),
      [`${takes}_outside_bands`]: outside(ours, music).length,
      [`${name}_far_from_mean`]: far.join(', '),
      [`${name}_copying_bot_outside`]: caught(copying),
      [`${name}_random_bot_outside`]: caught(striking),
    },
    head: ['measure', 'band', ...groups.map((group) => group.name)],
    rows: [
      ...MEASURES.map((measure) => [
        measure,
        band(measure),
        ...groups.map((group) => cell(group, measure)),
      ]),
      ['valid', '', ...groups.map(({ valid, count }) => `${valid} of ${count}`)],
    ],
  };
}
