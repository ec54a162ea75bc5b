/** Who plays a piece, in a word: "Melody", "Piano, two hands", "Band, 7 instruments". */
import type { Ensemble } from '../../music/parts/ensemble';
import { t } from '../../texts/t';
import { instrumentName } from './learnChoices';

export function ensembleText(ensemble: Ensemble): string {
  switch (ensemble.kind) {
    case 'melody':
      return t('library.melody');
    case 'piano':
      return ensemble.hands
        ? t('library.twoHands')
        : t('library.piano', { tracks: ensemble.tracks });
    case 'solo':
      return instrumentName(ensemble.program);
    case 'ensemble':
      return t('library.ensemble', { instruments: ensemble.instruments });
    case 'band':
      return t('library.band', { instruments: ensemble.instruments });
    default:
      return ensemble satisfies never;
  }
}
