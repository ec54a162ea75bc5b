import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { AppContext } from '../../app/context';
import { makeScore } from '../../music/score/makeScore';
import { SCORE_PPQ, type Score } from '../../music/score/score';
import { songOf } from '../../music/score/testing/songOf';
import { makeTestApp } from '../testApp';
import type { EngravedPage } from './engravedPage';
import { ScorePaper } from './ScorePaper';

const PPQ = 24;
/** Ticks of a bar of `songOf`. */
const BAR = 4 * PPQ;

function scoreOf(bars: number): Score {
  const score = makeScore(
    songOf(
      Array.from({ length: bars }, (_, bar): [number, number, number] => [bar * BAR, BAR, 60]),
    ),
  );
  if (!score) throw new Error('The piece is too long.');
  expect(score.bars).toHaveLength(bars);
  return score;
}

const blank: EngravedPage = {
  drawing: document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
  bars: [{ index: 0, left: 0, top: 0, width: 100, height: 100, stops: [] }],
  width: 400,
  height: 200,
};

it('counts each key from the bar of the key before, however quickly it follows', async () => {
  const score = scoreOf(60);
  let tick = 0;
  const sought: number[] = [];
  const app = { ...makeTestApp(), playheadTick: () => tick };
  const screen = await render(
    <AppContext value={app}>
      <ScorePaper
        page={blank}
        score={score}
        ppq={PPQ}
        label="Score of Waltz"
        onEnter={() => {}}
        onSeek={(bar) => {
          sought.push(bar);
          tick = (score.bars[bar].tick * PPQ) / SCORE_PPQ;
        }}
      />
    </AppContext>,
  );
  const paper = screen.getByRole('slider', { name: 'Score of Waltz' });
  await expect.element(paper).toHaveAttribute('aria-valuetext', 'Bar 1 of 60');
  for (const key of ['End', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowLeft'])
    paper.element().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  expect(sought).toEqual([59, 0, 1, 2, 1]);
  expect(paper.element()).toHaveAttribute('aria-valuetext', 'Bar 2 of 60');
});
