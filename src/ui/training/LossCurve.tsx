/** The loss curve with its legend. The canvas belongs to `LossChart`; React only frames it. */
import { type ReactNode, useRef } from 'react';
import { useAppState } from '../../app/context';
import { formatFixed } from '../../texts/numbers';
import { t } from '../../texts/t';
import { chancesText, outcomeText, unseenText } from './curveText';
import styles from './LossCurve.module.css';
import type { LossFrame } from './lossChart';
import { seriesTokens } from './seriesTokens';
import { useLossChart } from './useLossChart';

/** @param children below the plot: what refers to its epochs */
export function LossCurve({ children }: { children?: ReactNode }): ReactNode {
  const figure = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { frequencyLoss, publishedLoss, heldOut } = useLossChart(figure, canvas);
  const empty = useAppState(
    ({ training }) => training.progress === undefined && training.epochs.length === 0,
  );

  return (
    <figure className={styles.curve} ref={figure}>
      <figcaption className={styles.legend}>
        <Entry series="training" text={t('training.curveTraining')} />
        <Entry series="validation" text={unseenText(heldOut)} />
        <Entry series="steps" text={t('training.curveSteps')} />
        {frequencyLoss !== undefined && (
          <Entry
            series="frequency"
            text={t('training.curveFrequency', { loss: formatFixed(frequencyLoss, 2) })}
          />
        )}
        {publishedLoss !== undefined && (
          <Entry
            series="published"
            text={t('training.curvePublished', { loss: formatFixed(publishedLoss, 2) })}
          />
        )}
      </figcaption>
      <div className={styles.plot}>
        <canvas ref={canvas} role="img" aria-label={t('training.lossCurve')} />
        {empty && <p className={styles.empty}>{t('training.noCurve')}</p>}
      </div>
      {children}
      <CurveWords frequencyLoss={frequencyLoss} />
    </figure>
  );
}

/** The curve in plain sentences. */
function CurveWords({ frequencyLoss }: Pick<LossFrame, 'frequencyLoss'>): ReactNode {
  const epochs = useAppState((state) => state.training.epochs);
  // Where an earlier model stays at hand, the line under the progress bar says so.
  const finished = useAppState(
    ({ training: { phase, outcome } }) => phase === 'finished' && outcome?.stays === undefined,
  );
  const chances = chancesText(epochs, frequencyLoss);
  if (!chances) return null;
  return (
    <p className={styles.words}>
      {[chances, finished ? outcomeText(epochs) : undefined].filter(Boolean).join(' ')}
    </p>
  );
}

interface EntryProps {
  series: keyof typeof seriesTokens;
  text: string;
}

function Entry({ series, text }: EntryProps): ReactNode {
  return (
    <span className={styles.entry}>
      <span
        className={styles.swatch}
        data-series={series}
        style={{ borderColor: `var(${seriesTokens[series]})` }}
      />
      {text}
    </span>
  );
}
