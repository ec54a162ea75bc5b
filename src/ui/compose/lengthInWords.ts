import type { Preset } from '../../model/preset';
import { encodings } from '../../music/encoding';
import { t } from '../../texts/t';

/** Text about the length and the ending of the next takes. */
export function lengthInWords(
  length: number,
  { composing: { lengthUnit }, encoding }: Pick<Preset, 'composing' | 'encoding'>,
): string {
  switch (lengthUnit) {
    case 'notes':
      return t('compose.lengthNotes', { count: length });
    case 'bars':
      return encodings[encoding].derive
        ? t('compose.lengthBars', { count: length })
        : t('compose.lengthBarsThenChord', { count: length });
    default:
      return lengthUnit satisfies never;
  }
}
