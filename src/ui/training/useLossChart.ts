/** A loss chart on a canvas of a figure, in the theme's colours. */
import { type RefObject, useEffect, useState } from 'react';
import { useAppServices, useAppState } from '../../app/context';
import { heldOutPiece } from '../../app/training/heldOutPiece';
import { presets } from '../../model/preset';
import { onThemeChange } from '../theme';
import type { ChartLook, LossChart, LossFrame } from './lossChart';

/**
 * Draws into `canvas`, and tells the extent of the plot to `figure` as `--plot-left`,
 * `--plot-width` and `--plot-epochs`.
 * @returns what the chart is framed by
 */
export function useLossChart(
  figure: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  look: ChartLook = 'figure',
): LossFrame {
  const { lossPoints } = useAppServices();
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
  const heldOut = useAppState(heldOutPiece);

  useEffect(() => {
    let made: LossChart | undefined;
    let closed = false;
    // Chart.js would be a sixth of the page's first load.
    void import('./lossChart').then(({ LossChart }) => {
      if (closed || !canvas.current) return;
      made = new LossChart(
        canvas.current,
        lossPoints,
        (extent) => {
          const { style } = figure.current ?? {};
          style?.setProperty('--plot-left', `${extent.left}px`);
          style?.setProperty('--plot-width', `${extent.width}px`);
          style?.setProperty('--plot-epochs', String(extent.epochs));
        },
        look,
      );
      setChart(made);
    });
    const unsubscribe = onThemeChange(() => made?.recolour());
    return () => {
      closed = true;
      unsubscribe();
      made?.destroy();
      setChart(undefined);
    };
  }, [lossPoints, figure, canvas, look]);

  useEffect(() => {
    chart?.setFrame({ frequencyLoss, publishedLoss, epochs, heldOut });
  }, [chart, frequencyLoss, publishedLoss, epochs, heldOut]);

  return { frequencyLoss, publishedLoss, epochs, heldOut };
}
