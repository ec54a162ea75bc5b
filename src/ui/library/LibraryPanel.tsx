/** Step 1: bringing pieces in, and choosing which of them training uses. */
import { LibraryBig } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { Panel, PanelScroll } from '../Panel';
import { invitesToHear, nextStep } from '../steps';
import { TOUCH, useMedia } from '../useMedia';
import { FileInputs } from './FileInputs';
import { ImportStrip } from './ImportStrip';
import styles from './LibraryPanel.module.css';
import { PieceList } from './PieceList';
import { RejectedList } from './RejectedList';

export function LibraryPanel(): ReactNode {
  const { loadSampleLibrary } = useActions();
  const pieces = useAppState((state) => state.pieces.length);
  const next = useAppState((state) => nextStep(state) === 'library' && !invitesToHear(state));
  return (
    <Panel
      id="library"
      className={styles.panel}
      aside={pieces > 0 ? t('units.pieces', { count: pieces }) : ''}
    >
      <div className={styles.toolbar}>
        <FileInputs next={next} />
        <Button grow onPress={() => void loadSampleLibrary()}>
          <LibraryBig size={16} aria-hidden />
          {t('library.loadSamples')}
        </Button>
      </div>
      <ImportStrip />
      <PanelScroll className={styles.lists}>
        <RejectedList />
        {pieces > 0 ? <PieceList /> : <Empty />}
      </PanelScroll>
    </Panel>
  );
}

function Empty(): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.invitation}>{t('library.invitation')}</p>
      <p>{t(useMedia(TOUCH) ? 'library.howToChoose' : 'library.howToAdd')}</p>
      <p>{t('library.staysHere')}</p>
    </div>
  );
}
