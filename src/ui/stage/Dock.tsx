/**
 * The player where the page scrolls: play, what is shown, and download stay at the window's lower
 * edge, however far the roll is.
 */
import type { ReactNode } from 'react';
import { t } from '../../texts/t';
import styles from './Dock.module.css';

/** Id of the stage, for the way back to the roll. */
export const STAGE_ID = 'stage';

interface DockProps {
  title: string;
  /** State of the sound; may be empty. */
  remark: string;
  play: ReactNode;
  download: ReactNode;
}

export function Dock({ title, remark, play, download }: DockProps): ReactNode {
  return (
    <div className={styles.dock} data-docked>
      {play}
      <div className={styles.shown}>
        <a className={styles.title} href={`#${STAGE_ID}`} title={t('stage.toRoll')}>
          {title}
        </a>
        {remark && <p className={styles.remark}>{remark}</p>}
      </div>
      {download}
    </div>
  );
}
