/** The moods of the page that are drawn, each reached from the one before as a person would. */
import type { Page } from 'playwright';
import type { AppPage } from '../../e2e/pages/app';

/** Patience with a run or a batch of takes, milliseconds. */
const PATIENCE = 600_000;
const SEED = 11;

export interface Mood {
  name: string;
  reach(app: AppPage): Promise<void>;
  /** What is done before every picture, such as scrolling. */
  arrange?(page: Page): Promise<void>;
  /** Whether phones also get one picture of the whole page. Default: yes. */
  whole?: boolean;
}

export const moods: readonly Mood[] = [
  {
    name: 'empty',
    reach: ({ header }) => header.engineDetails.waitFor(),
  },
  {
    name: 'pieces',
    async reach({ library }) {
      await library.loadSamples.click();
      await library.pieces.nth(9).waitFor();
      await library.settled();
      await library.show('The Entertainer').click();
    },
  },
  {
    name: 'training',
    async reach({ training }) {
      await training.train.click();
      await training.snippets.first().waitFor({ timeout: PATIENCE });
      await training.pause.click();
      await training.resume.waitFor({ timeout: PATIENCE });
    },
  },
  {
    name: 'takes',
    async reach({ training, compose }) {
      await training.stop.click();
      await training.finished();
      await compose.openAdvanced();
      await compose.seed.fill(String(SEED));
      await compose.advanced.click();
      await compose.generate.click();
      await compose.takes.nth(3).waitFor({ timeout: PATIENCE });
      await compose.composed();
    },
  },
  {
    name: 'comparing',
    async reach({ compose }) {
      const [, second] = await compose.titles();
      await compose.button(second, `Compare ${second}`).click();
    },
    whole: false,
  },
  {
    name: 'player',
    async reach({ stage }) {
      await stage.page.getByRole('button', { name: 'Stop comparing' }).click();
    },
    arrange: (page) => page.evaluate(() => document.getElementById('compose')?.scrollIntoView()),
    whole: false,
  },
];
