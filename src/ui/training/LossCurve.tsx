/** The loss curve with its legend. The canvas belongs to `LossChart`; React only frames it. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAppServices, useAppState } from '../../app/context';
import { presets } from '../../model/preset';
import { formatFixed } from '../../texts/numbers';
import { t } from '../../texts/t';
import { onThemeChange } from '../theme';
import { chancesText, outcomeText } from './curveText';
import styles from './LossCurve.module.css';
import type { LossChart, LossFrame } from './lossChart';
import { seriesTokens } from './seriesTokens';

/** @param children below the plot: what refers to its epochs */
export function LossCurve({ children }: { children?: ReactNode }): ReactNode {
  const { lossPoints } = useAppServices();
  const figure = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [chart, setChart] = useState<LossChart>();
  // The reference lines are those of the run whose curve is drawn; before the first, of the next.
  const frequencyLoss = useAppState(({ training: { run }, statistics }) =>
    run ? run.frequencyLoss : statistics?.frequencyLoss,
  );
  const publishedLoss = useAppState(
    ({ training: { run }, preset }) => presets[run?.preset ?? preset].publishedLoss,
  );
  const epochs = useAppState(
    ({ training: { progress, outcome }, settings }) =>
      progress?.epochs ?? outcome?.asked ?? settings.epochs,
  );
  const empty = useAppState(
    ({ training }) => training.progress === undefined && training.epochs.length === 0,
  );

  useEffect(() => {
    let made: LossChart | undefined;
    let closed = false;
    // Chart.js would be a sixth of the page's first load.
    void import('./lossChart').then(({ LossChart }) => {
      if (closed || !canvas.current) return;
      made = new LossChart(canvas.current, lossPoints, ({ left, width, epochs }) => {
        const { style } = figure.current ?? {};
        style?.setProperty('--plot-left', `${left}px`);
        style?.setProperty('--plot-width', `${width}px`);
        style?.setProperty('--plot-epochs', String(epochs));
      });
      setChart(made);
    });
    const unsubscribe = onThemeChange(() => made?.recolour());
    return () => {
      closed = true;
      unsubscribe();
      made?.destroy();
      setChart(undefined);
    };
  }, [lossPoints]);

  useEffect(() => {
    chart?.setFrame({ frequencyLoss, publishedLoss, epochs });
  }, [chart, frequencyLoss, publishedLoss, epochs]);

  return (
    <figure className={styles.curve} ref={figure}>
      <figcaption className={styles.legend}>
        <Entry series="training" text={t('training.curveTraining')} />
        <Entry series="validation" text={t('training.curveValidation')} />
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
