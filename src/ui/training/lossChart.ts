/**
 * The loss curve on a canvas, outside React: drawn at most once per animation frame from the arrays
 * of `LossPoints`, which Chart.js reads as they are.
 */
import {
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import type { LossPoint, LossPoints } from '../../app/training/lossPoints';
import { t } from '../../texts/t';
import { resolveColours } from '../colour';
import { endLabels } from './endLabels';
import { seriesTokens } from './seriesTokens';

Chart.register(LineController, LineElement, PointElement, LinearScale);

/** Reference lines and the length of the run. */
export interface LossFrame {
  /** Cross-entropy of guessing by note frequency, nats per note. */
  frequencyLoss?: number;
  /** The loss that the network's publication reports, nats per note. */
  publishedLoss?: number;
  epochs: number;
  /** Title of the one piece that was held out. Default: none, or several. */
  heldOut?: string;
}

/** `strip`: the curves alone, over the whole canvas and their whole range, without axes and names. */
export type ChartLook = 'figure' | 'strip';

/** Horizontal extent of the plot in the canvas, in pixels, and the epoch at its right edge. */
export interface PlotExtent {
  left: number;
  width: number;
  epochs: number;
}

const themeTokens = {
  ...seriesTokens,
  text: '--text-muted',
  grid: '--line',
  rim: '--surface',
} as const;

type Dataset = ChartDataset<'line', LossPoint[]>;

const line = { borderWidth: 2, pointRadius: 0, pointHitRadius: 0 };
const reference = { ...line, borderWidth: 1.25 };
const DOT_RADIUS = 2.5;
/** Room at the right edge for the dot of the last epoch. */
const dotted = { ...line, clip: 2 * DOT_RADIUS };

export class LossChart {
  readonly #canvas: HTMLCanvasElement;
  readonly #points: LossPoints;
  readonly #chart: Chart<'line', LossPoint[]>;
  readonly #steps: Dataset;
  readonly #training: Dataset;
  readonly #validation: Dataset;
  readonly #frequency: Dataset = { ...reference, data: [], borderDash: [2, 3] };
  readonly #published: Dataset = { ...reference, data: [], borderDash: [7, 4] };
  readonly #labels = endLabels();
  readonly #onExtent: (extent: PlotExtent) => void;
  readonly #unsubscribe: () => void;
  readonly #look: ChartLook;
  #frame: LossFrame = { epochs: 1 };
  #request = 0;

  /** @param onExtent is told where the plot lies, whenever that changes */
  constructor(
    canvas: HTMLCanvasElement,
    points: LossPoints,
    onExtent: (extent: PlotExtent) => void = () => {},
    look: ChartLook = 'figure',
  ) {
    const display = look === 'figure';
    this.#look = look;
    this.#onExtent = onExtent;
    this.#canvas = canvas;
    this.#points = points;
    this.#steps = { ...line, data: points.steps, borderWidth: 1 };
    this.#training = { ...dotted, data: points.training };
    this.#validation = { ...dotted, data: points.validation };
    const font = { family: getComputedStyle(canvas).fontFamily, size: 11 };
    this.#chart = new Chart<'line', LossPoint[]>(canvas, {
      type: 'line',
      plugins: display ? [this.#labels.plugin] : [],
      data: {
        datasets: display
          ? [this.#validation, this.#training, this.#steps, this.#published, this.#frequency]
          : [this.#validation, this.#training, this.#steps],
      },
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        maintainAspectRatio: false,
        events: [],
        // Room for the dot and the mark of the last epoch.
        layout: display ? {} : { padding: { left: 16, right: 16, top: 4 } },
        scales: {
          x: {
            type: 'linear',
            display,
            min: 0,
            title: { display: true, text: t('training.epochsAxis'), font, padding: 0 },
            // Whole epochs only, also in short runs.
            ticks: { font, maxRotation: 0, autoSkipPadding: 16, precision: 0 },
          },
          y: {
            type: 'linear',
            display,
            min: 0,
            title: { display: true, text: t('training.lossAxis'), font, padding: 0 },
            ticks: { font, maxTicksLimit: 7 },
          },
        },
      },
    });
    this.#unsubscribe = points.subscribe(() => this.#draw());
    this.recolour();
  }

  setFrame(frame: LossFrame): void {
    this.#frame = frame;
    this.#labels.heldOut = frame.heldOut;
    this.#draw();
  }

  /** Reads the tokens' colours again after a change of theme. */
  recolour(): void {
    const colours = resolveColours(this.#canvas.parentElement ?? document.body, themeTokens);
    this.#steps.borderColor = colours.steps;
    // Two system colours may be alike: one curve is dashed as well.
    this.#validation.borderDash = matchMedia('(forced-colors: active)').matches ? [6, 3] : [];
    this.#training.borderColor = this.#training.backgroundColor = colours.training;
    this.#validation.borderColor = this.#validation.backgroundColor = colours.validation;
    this.#frequency.borderColor = colours.frequency;
    this.#published.borderColor = colours.published;
    const { training, validation, rim } = colours;
    this.#labels.colours = { training, validation, rim };
    for (const scale of Object.values(this.#chart.options.scales ?? {})) {
      if (!scale) continue;
      // Set one by one: Chart.js resolves options when they are read, and a copy nests at each change.
      if (scale.grid) scale.grid.color = colours.grid;
      if (scale.ticks) scale.ticks.color = colours.text;
      if ('title' in scale && scale.title) scale.title.color = colours.text;
    }
    this.#draw();
  }

  destroy(): void {
    cancelAnimationFrame(this.#request);
    this.#unsubscribe();
    this.#chart.destroy();
  }

  #draw(): void {
    this.#request ||= requestAnimationFrame(() => {
      this.#request = 0;
      this.#update();
    });
  }

  #update(): void {
    const { steps, training, validation } = this.#points;
    const { frequencyLoss, publishedLoss, epochs } = this.#frame;
    // The whole planned run, so that one sees how far it has come.
    const right = Math.max(2, epochs, Math.ceil(steps.at(-1)?.x ?? 0), training.at(-1)?.x ?? 0);
    const top = topOf(this.#points, frequencyLoss);
    this.#frequency.data = across(frequencyLoss, right);
    this.#published.data = across(publishedLoss, right);
    // A line needs two points; the first epochs' few are also drawn as dots.
    this.#training.pointRadius = training.length < 12 ? DOT_RADIUS : 0;
    this.#validation.pointRadius = validation.length < 12 ? DOT_RADIUS : 0;
    const { x, y } = this.#chart.options.scales ?? {};
    if (x) x.max = right;
    if (y) y.max = top;
    if (y && this.#look === 'strip') y.min = lowest(this.#points);
    this.#labels.ends = { training: training.at(-1), validation: validation.at(-1) };
    this.#chart.update('none');
    const { left, width } = this.#chart.chartArea;
    this.#onExtent({ left, width, epochs: right });
  }
}

/**
 * Upper edge of the curve, nats per note, in steps of a half: room for the epochs. The first steps,
 * which fall from far above, and references higher up do not set it.
 */
function topOf({ training, validation }: LossPoints, frequencyLoss = Math.log(88)): number {
  const [first] = training;
  if (!first) return Math.ceil(2.1 * frequencyLoss) / 2;
  const highest = Math.max(...training.map(({ y }) => y), ...validation.map(({ y }) => y));
  return Math.max(1, Math.ceil(2.3 * highest) / 2);
}

/** Nats per note: just below everything that is drawn. */
function lowest(points: LossPoints): number {
  const losses = [...points.steps, ...points.training, ...points.validation].map(({ y }) => y);
  return losses.length > 0 ? 0.9 * Math.min(...losses) : 0;
}

function across(y: number | undefined, right: number): LossPoint[] {
  if (y === undefined) return [];
  return [
    { x: 0, y },
    { x: right, y },
  ];
}
