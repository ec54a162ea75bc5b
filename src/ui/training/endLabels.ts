/** A plugin for the loss curve: the name of each curve beside its end. */
import type { Plugin } from 'chart.js';
import type { LossPoint } from '../../app/training/lossPoints';
import { t } from '../../texts/t';
import { unseenText } from './curveText';

type Curve = 'training' | 'validation';

const CURVES: readonly Curve[] = ['training', 'validation'];
/** Pixels between a curve and the middle of its name. */
const DISTANCE = 11;
/** Pixels from the end of the curve to its name. */
const GAP = 8;

export interface EndLabels {
  plugin: Plugin<'line'>;
  /** Last point of each curve that has one. */
  ends: Partial<Record<Curve, LossPoint>>;
  colours: Record<Curve | 'rim', string>;
  /** Title of the one piece that was held out. Default: none, or several. */
  heldOut?: string;
}

export function endLabels(): EndLabels {
  const labels: EndLabels = {
    plugin: {
      id: 'end-labels',
      afterDatasetsDraw({ ctx, chartArea, scales }) {
        const shown = CURVES.flatMap((curve) => {
          const end = labels.ends[curve];
          return end ? [{ curve, end }] : [];
        });
        // The upper curve is named above it, the lower one below, so that the names never meet.
        const upper = shown.toSorted((a, b) => b.end.y - a.end.y)[0]?.curve;
        ctx.save();
        ctx.textBaseline = 'middle';
        ctx.lineWidth = 4;
        ctx.lineJoin = 'round';
        ctx.strokeStyle = labels.colours.rim;
        ctx.font = `600 11px ${getComputedStyle(ctx.canvas).fontFamily}`;
        for (const { curve, end } of shown) {
          const text =
            curve === 'validation' ? unseenText(labels.heldOut) : t('training.curveTraining');
          const width = ctx.measureText(text).width;
          const x = scales.x.getPixelForValue(end.x);
          const fits = x + GAP + width <= chartArea.right;
          const left = fits ? x + GAP : Math.max(chartArea.left + GAP, chartArea.right - width - 2);
          const y = scales.y.getPixelForValue(end.y) + (curve === upper ? -DISTANCE : DISTANCE);
          const top = Math.min(Math.max(y, chartArea.top + 6), chartArea.bottom - 6);
          // A rim in the colour of the page keeps it readable over the single steps.
          ctx.strokeText(text, left, top);
          ctx.fillStyle = labels.colours[curve];
          ctx.fillText(text, left, top);
        }
        ctx.restore();
      },
    },
    ends: {},
    colours: { training: '', validation: '', rim: '' },
  };
  return labels;
}
