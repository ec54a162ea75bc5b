import { plural } from '../../lib/counts';
import type { ComposingRecipe } from '../../model/preset';

/** Text about the length and the ending of the next takes. */
export function lengthInWords(length: number, unit: ComposingRecipe['lengthUnit']): string {
  switch (unit) {
    case 'notes':
      return `${plural(length, 'note')} in even steps.`;
    case 'bars':
      return `${plural(length, 'bar')}, then a closing chord on the next bar line.`;
    default:
      return unit satisfies never;
  }
}
