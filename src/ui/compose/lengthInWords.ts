import { plural } from '../../lib/counts';
import type { Preset } from '../../model/preset';
import { encodings } from '../../music/encoding';

/** Text about the length and the ending of the next takes. */
export function lengthInWords(
  length: number,
  { composing: { lengthUnit }, encoding }: Pick<Preset, 'composing' | 'encoding'>,
): string {
  switch (lengthUnit) {
    case 'notes':
      return `${plural(length, 'note')} in even steps.`;
    case 'bars':
      return encodings[encoding].derive
        ? `${plural(length, 'bar')}, ending on a chord in the last one.`
        : `${plural(length, 'bar')}, then a closing chord on the next bar line.`;
    default:
      return lengthUnit satisfies never;
  }
}
