/** The strip over the roll while keys are played: the recorder, devices, and what sounds. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Devices } from './Devices';
import styles from './LiveStrip.module.css';
import { RecorderControls } from './RecorderControls';

export function LiveStrip(): ReactNode {
  const recorder = useAppState((state) => state.keys.recorder);
  return (
    <section className={styles.strip} aria-label={t('live.region')}>
      {recorder && <RecorderControls recorder={recorder} />}
      {/* While something is recorded, the room belongs to the roll. */}
      {(!recorder || recorder.phase === 'ready') && <Devices />}
    </section>
  );
}
