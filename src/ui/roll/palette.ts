/** The roll's colours in the form that a canvas takes. */
import { SURPRISE_STEPS, TOUCH_STEPS } from './noteStyles';

/** The custom properties that `PianoRoll.module.css` gives the roll, by what they paint. */
const PROPERTIES = {
  background: '--roll-background',
  blackRow: '--roll-black-row',
  octaveLine: '--roll-octave-line',
  barLine: '--roll-bar-line',
  beatLine: '--roll-beat-line',
  ruler: '--roll-ruler',
  rulerText: '--roll-ruler-text',
  overview: '--roll-overview',
  window: '--roll-window',
  windowEdge: '--roll-window-edge',
  after: '--roll-after-end',
  whiteKey: '--roll-white-key',
  whiteKeyEdge: '--roll-white-key-edge',
  blackKey: '--roll-black-key',
  blackKeyTop: '--roll-black-key-top',
  keyText: '--roll-key-text',
  pressedKey: '--roll-pressed-key',
  opening: '--roll-opening',
  openingEdge: '--roll-opening-edge',
  leftOut: '--roll-left-out',
  highlight: '--roll-note-highlight',
  lit: '--roll-lit',
  glow: '--roll-glow',
  playhead: '--roll-playhead',
  selection: '--roll-selection',
  mark: '--roll-mark',
  band: '--roll-band',
  bandEdge: '--roll-band-edge',
} as const;

const TOUCH_STOPS = ['--roll-soft', '--roll-loud'];
const SURPRISE_STOPS = [0, 1, 2, 3, 4].map((i) => `--roll-surprise-${i}`);

export type RollPalette = Record<keyof typeof PROPERTIES, string> & {
  /** By note style. */
  notes: string[];
  font: string;
};

/**
 * Reads the colours as `element` would draw them: the browser resolves `light-dark()` and mixes
 * the scales' steps in OKLab, where equal steps look equal (Ottosson 2020).
 */
export function readPalette(element: HTMLElement): RollPalette {
  const probe = document.createElement('span');
  // Under forced colours every colour of a text is the same one; the properties name the system's.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const style = getComputedStyle(probe);
  const resolve = (colour: string): string => {
    probe.style.color = colour;
    return style.color;
  };
  const scale = (stops: readonly string[], steps: number): string[] =>
    Array.from({ length: steps }, (_, i) => {
      const at = (i / (steps - 1)) * (stops.length - 1);
      const from = Math.min(Math.floor(at), stops.length - 2);
      const share = ((at - from) * 100).toFixed(1);
      return resolve(`color-mix(in oklab, var(${stops[from + 1]}) ${share}%, var(${stops[from]}))`);
    });
  const named: Record<keyof typeof PROPERTIES, string> = { ...PROPERTIES };
  let name: keyof typeof PROPERTIES;
  for (name in PROPERTIES) named[name] = resolve(`var(${PROPERTIES[name]})`);
  const notes = [
    ...scale(TOUCH_STOPS, TOUCH_STEPS),
    ...scale(SURPRISE_STOPS, SURPRISE_STEPS),
    named.opening,
    named.leftOut,
  ];
  const font = style.fontFamily;
  probe.remove();
  return { ...named, notes, font };
}
