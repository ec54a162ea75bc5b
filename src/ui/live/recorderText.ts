/** What the recorder does now, as a sentence. */
import type { RecorderState } from '../../app/live/liveState';
import { t } from '../../texts/t';

export function recorderText({ phase, notes }: Pick<RecorderState, 'phase' | 'notes'>): string {
  switch (phase) {
    case 'ready':
      return t('live.ready');
    case 'counting in':
      return t('live.countingIn');
    case 'recording':
      return t('live.recording', { count: notes.length });
    case 'answering':
      return t('live.answering');
    case 'listening':
      return t('live.listening');
    case 'your turn':
      return t('live.yourTurn');
    default:
      return phase satisfies never;
  }
}
