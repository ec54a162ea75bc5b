/** The moods of the page that are drawn, each reached from the one before as a person would. */
import type { Page } from 'playwright';
import type { AppPage } from '../../e2e/pages/app';

/** Patience with a run or a batch of takes, milliseconds. */
const PATIENCE = 600_000;
const SEED = 11;

export interface Mood {
  reach(app: AppPage): Promise<void>;
  /** What is done before every picture, such as scrolling. */
  arrange?(page: Page): Promise<void>;
  /** Whether phones also get one picture of the whole page. */
  whole: boolean;
}

export const moods = {
  empty: {
    reach: ({ header }) => header.engineDetails.waitFor(),
    whole: true,
  },
  pieces: {
    async reach({ library }) {
      await library.loadSamples.click();
      await library.pieces.nth(9).waitFor();
      await library.settled();
      await library.show('The Entertainer').click();
    },
    whole: true,
  },
  training: {
    async reach({ training }) {
      await training.train.click();
      await training.snippets.first().waitFor({ timeout: PATIENCE });
      await training.pause.click();
      await training.resume.waitFor({ timeout: PATIENCE });
    },
    whole: true,
  },
  takes: {
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
    whole: true,
  },
  comparing: {
    async reach({ compose }) {
      const [, second] = await compose.titles();
      await compose.button(second, `Compare ${second}`).click();
    },
    whole: false,
  },
  player: {
    async reach({ stage }) {
      await stage.page.getByRole('button', { name: 'Stop comparing' }).click();
    },
    arrange: (page) => page.evaluate(() => document.getElementById('compose')?.scrollIntoView()),
    whole: false,
  },
} as const satisfies Record<string, Mood>;

export type MoodName = keyof typeof moods;

export const moodNames = ['empty', 'pieces', 'training', 'takes', 'comparing', 'player'] as const;

/** Goes on to the next mood. */
export function reach(name: MoodName, app: AppPage): Promise<void> {
  return moods[name].reach(app);
}
