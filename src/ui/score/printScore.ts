/** Prints a score: engraves its pages for paper, shows them to the printer alone, and removes them. */
import type { WrittenScore } from '../../app/shared/scoreText';
import type { PageSize } from './engravedPage';
import { Engraver } from './engraver';
import { engravingHost } from './engravingHost';
import styles from './ScoreView.module.css';
import { ScorePages } from './scorePages';
import { pause } from './useScorePages';

/** A4 at 96 pixels an inch; on other paper the pages are scaled to fit. */
const PAPER: PageSize = { width: 794, height: 1123, zoom: 0.75, paper: true };

/**
 * @param onProgress how many bars are engraved
 * @throws where the library cannot be loaded, and on abort
 */
export async function printScore(
  written: WrittenScore,
  onProgress: (bars: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const host = engravingHost();
  const printed = document.createElement('div');
  printed.className = styles.printed;
  try {
    const engraver = await Engraver.load(written, host);
    const pages = new ScorePages(engraver, written.score.bars.length, PAPER);
    while (!pages.complete) {
      const before = pages.barsDone;
      await pages.next();
      const drawing = (await pages.with(before))?.page.drawing;
      if (drawing) printed.append(sheet(drawing));
      onProgress(pages.barsDone);
      await pause(0);
      signal.throwIfAborted();
    }
    document.body.append(printed);
    document.documentElement.dataset.printsScore = '';
    // Browsers that print in the background go on; the pages stay until it is done.
    const done = new Promise((resolve) =>
      window.addEventListener('afterprint', resolve, { once: true }),
    );
    window.print();
    await Promise.race([done, pause(60_000)]);
  } finally {
    host.remove();
    printed.remove();
    delete document.documentElement.dataset.printsScore;
  }
}

function sheet(drawing: SVGElement): HTMLElement {
  const element = document.createElement('div');
  element.className = styles.sheet;
  element.append(drawing);
  return element;
}
