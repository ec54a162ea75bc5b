import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { AppState } from '../app/state';
import { t } from '../texts/t';
import { App } from './App';
import { panels } from './panels';
import { renderPanel } from './renderPanel';
import { initialState, makeCheckpoint, makePiece, makeTake } from './testApp';

/** Content that makes each column scroll. */
const full: Partial<AppState> = {
  pieces: Array.from({ length: 40 }, (_, i) => makePiece(`A piece with a rather long title ${i}`)),
  rejected: [{ id: '1', fileName: `${'long'.repeat(30)}.mid`, reason: 'This is text.' }],
  takes: Array.from({ length: 9 }, (_, i) => makeTake(`Take ${i}`, { promptTitle: 'Bethena' })),
  training: {
    ...initialState.training,
    checkpoint: makeCheckpoint(),
    epochs: Array.from({ length: 60 }, (_, i) => ({ epoch: i + 1, trainingLoss: 3 })),
  },
};

const initialSize = { width: window.innerWidth, height: window.innerHeight };
afterEach(() => page.viewport(initialSize.width, initialSize.height));

it('stays in a desktop window: each column scrolls by itself', async () => {
  await page.viewport(1440, 900);
  const { screen } = await renderPanel(<App />, full);
  await expect.element(screen.getByRole('heading', { name: 'Compose' })).toBeVisible();
  expect(document.documentElement.scrollHeight).toBe(900);
  const [last] = screen.getByRole('button', { name: 'Show Take 0' }).elements();
  last.scrollIntoView();
  expect(screen.getByRole('banner').element().getBoundingClientRect().top).toBe(0);
});

it.each([
  [1440, 900],
  [1366, 768],
])(
  'gives the roll at least 55 %% of a window of %i x %i, while making and learning',
  async (...size) => {
    await page.viewport(...size);
    const { screen, app } = await renderPanel(<App />, full);
    const roll = screen.getByRole('slider', { name: /^Piano roll/ });
    await expect.element(roll).toBeVisible();
    const share = (): number => {
      const { height = 0 } =
        roll.element().closest('[class*="_roll_"]')?.getBoundingClientRect() ?? {};
      return height / window.innerHeight;
    };
    expect(share()).toBeGreaterThanOrEqual(0.55);
    app.store.setState(({ training }) => ({ training: { ...training, phase: 'running' } }));
    await expect.element(screen.getByRole('switch', { name: 'Listen as it learns' })).toBeVisible();
    expect(share()).toBeGreaterThanOrEqual(0.55);
    expect(document.documentElement.scrollHeight).toBe(size[1]);
  },
);

it.each([360, 768, 1100])('is never wider than a window of %i pixels', async (width) => {
  await page.viewport(width, 800);
  const { screen } = await renderPanel(<App />, full);
  await expect.element(screen.getByRole('heading', { name: 'Compose' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBe(width);
});

/** Labels of the compose form that are wider than their place, with both widths. */
function cutLabels(): string[] {
  const panel = document.querySelector('[aria-labelledby="compose-title"]') ?? document.body;
  return [...panel.querySelectorAll('label')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map((label) => `${label.textContent}: ${label.scrollWidth} in ${label.clientWidth}`);
}

it.each([360, 768, 1100, 1360, 1920])(
  'cuts no label of the compose form in a window of %i pixels',
  async (width) => {
    await page.viewport(width, 900);
    const { screen, app } = await renderPanel(<App />, full);
    await expect.element(screen.getByLabelText('Length', { exact: true })).toBeVisible();
    expect(cutLabels()).toEqual([]);
    const { training } = full;
    const checkpoint = { ...makeCheckpoint(), preset: 'studio-medium' } as const;
    app.store.setState({ training: { ...initialState.training, ...training, checkpoint } });
    await expect.element(screen.getByText(/closing chord/)).toBeVisible();
    expect(cutLabels()).toEqual([]);
  },
);

it('shows every panel under its heading, with a link to it', async () => {
  const { screen } = await renderPanel(<App />);
  await expect.element(screen.getByRole('main')).toBeVisible();
  for (const { id } of panels) {
    const title = t(`page.${id}`);
    const region = screen.getByRole('region', { name: title, exact: true });
    expect(region.elements().map((element) => element.id)).toEqual([id]);
    const link = document.querySelector(`nav[aria-label="Steps"] a[href="#${id}"]`);
    expect(link?.textContent).toContain(title);
  }
});

it('names each control once', async () => {
  const { screen } = await renderPanel(<App />, full);
  const names = [
    'Play',
    'Stop playback',
    'Download MIDI',
    'Train on',
    'Start over',
    'Generate',
    'Load the sample library',
  ];
  for (const name of names) {
    expect(screen.getByRole('button', { name, exact: true }).elements(), name).toHaveLength(1);
  }
});
