import { afterEach, beforeEach, expect, it } from 'vitest';
import { writtenScore } from '../../app/shared/scoreText';
import { songOf } from '../../music/score/testing/songOf';
import { Engraver } from './engraver';
import { engravingHost } from './engravingHost';

const SIZE = { width: 500, height: 300, zoom: 0.7, paper: false };
/** Ticks of a bar of `songOf`, whose quarter note has 24. */
const BAR = 96;

let host: HTMLElement;

beforeEach(() => {
  host = engravingHost();
});

afterEach(() => host.remove());

it('draws the second half of a tie that comes from the page before', async () => {
  // A chord over each bar line, and a lower note that ends at it.
  const notes = Array.from({ length: 40 }, (_, bar): [number, number, number][] => [
    [bar * BAR + 48, 72, 72 + (bar % 5)],
    [bar * BAR + 48, 72, 76 + (bar % 5)],
    [bar * BAR, 96, 48],
  ]).flat();
  const written = await writtenScore(songOf(notes), 1);
  if (!written) throw new Error('The piece is too long.');
  const engraver = await Engraver.load(written, host);
  const first = await engraver.page(0, SIZE);
  expect(first.drawing.querySelectorAll('.incoming-tie')).toHaveLength(0);
  const second = await engraver.page(first.bars.length, SIZE);
  document.body.append(second.drawing);
  const ties = [...second.drawing.querySelectorAll<SVGGraphicsElement>('.incoming-tie')];
  expect(ties).toHaveLength(2);
  const [bar] = second.bars;
  const page = second.drawing.getBoundingClientRect();
  for (const tie of ties) {
    const { left, right, top } = tie.getBoundingClientRect();
    expect(left - page.left).toBeGreaterThan(bar.left);
    // It ends where the first notes of the bar stand.
    expect(right - page.left).toBeLessThan(bar.stops[0].x + 8);
    expect(top - page.top).toBeGreaterThan(bar.top - 40);
    expect(top - page.top).toBeLessThan(bar.top + bar.height / 2);
  }
  second.drawing.remove();
});
