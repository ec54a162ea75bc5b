/** Below the roll: what the colours mean, and the zoom. */
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../texts/t';
import styles from './RollLegend.module.css';

interface RollLegendProps {
  summary: string;
  /** Whether the notes are coloured by the odds of a model. */
  odds: boolean;
  /** Whether some notes belong to the prompt. */
  opening: boolean;
  /** Whether some notes are not learnt. */
  leftOut: boolean;
  /** What the marked notes are; absent where none are marked. */
  marked?: string;
  onZoom(factor: number): void;
  onFit(): void;
}

const ZOOM = 1.5;

export function RollLegend(props: RollLegendProps): ReactNode {
  const { summary, odds, opening, leftOut, marked, onZoom, onFit } = props;
  return (
    <div className={styles.legend}>
      <span className={styles.summary}>{summary}</span>
      {(opening || leftOut || odds || marked) && (
        <span className={styles.keys}>
          {opening && (
            <span className={styles.key}>
              <span className={styles.opening} /> {t('roll.opening')}
            </span>
          )}
          {leftOut && (
            <span className={styles.key}>
              <span className={styles.leftOut} /> {t('roll.leftOut')}
            </span>
          )}
          {marked && (
            <span className={`${styles.key} ${styles.marked}`} title={marked}>
              <span className={styles.mark} /> <span className={styles.text}>{marked}</span>
            </span>
          )}
          {odds && (
            <span className={styles.key}>
              {t('roll.probable')} <span className={styles.scale} /> {t('roll.surprising')}
            </span>
          )}
        </span>
      )}
      <span className={styles.buttons}>
        <button type="button" aria-label={t('roll.zoomOut')} onClick={() => onZoom(1 / ZOOM)}>
          <ZoomOut size={16} aria-hidden />
        </button>
        <button type="button" aria-label={t('roll.zoomIn')} onClick={() => onZoom(ZOOM)}>
          <ZoomIn size={16} aria-hidden />
        </button>
        <button type="button" aria-label={t('roll.showAll')} onClick={onFit}>
          <Maximize2 size={15} aria-hidden />
        </button>
      </span>
    </div>
  );
}
