/** "Play the opening": opens the recorder over the roll. */
import { Piano } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';

export function PlayOpening(): ReactNode {
  const { openRecorder } = useActions();
  const open = useAppState(({ keys }) => keys.recorder !== undefined);
  return (
    <Button disabled={open} onPress={() => void openRecorder()}>
      <Piano size={16} aria-hidden />
      {t('live.playTheOpening')}
    </Button>
  );
}
