import { describe, expect, it } from 'vitest';
import type { RenderResult } from 'vitest-browser-react';
import type { TrainingPhase } from '../../app/training/runState';
import { encodings } from '../../music/encoding';
import type { Checkpoint } from '../../training/checkpoint';
import { renderPanel } from '../renderPanel';
import { initialState, makeCheckpoint, makePiece } from '../testApp';
import { TrainingPanel } from './TrainingPanel';

const pieces = [makePiece('Bethena')];

describe('settings', () => {
  it('applies a valid number', async () => {
    const { screen, app } = await renderPanel(<TrainingPanel />);
    await screen.getByText('Advanced').click();
    await screen.getByLabelText('Epochs', { exact: true }).fill('3');
    expect(app.calls).toEqual([['changeSettings', { epochs: 3 }]]);
  });

  it('says what a number must be while it is typed', async () => {
    const { screen, app } = await renderPanel(<TrainingPanel />);
    await screen.getByText('Advanced').click();
    const field = screen.getByLabelText('Learning rate', { exact: true });
    await field.fill('7');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect
      .element(field)
      .toHaveAccessibleDescription(
        'Learning rate must be a number from 0.000001 to 1. Still using 0.003.',
      );
    expect(app.calls).toEqual([]);
    await field.fill('0.01');
    await expect.element(field).not.toHaveAttribute('aria-invalid');
    expect(app.calls).toEqual([['changeSettings', { learningRate: 0.01 }]]);
  });

  it('follows when the settings change elsewhere', async () => {
    const { screen, app } = await renderPanel(<TrainingPanel />);
    const { settings } = app.store.getState();
    app.store.setState({ settings: { ...settings, dropout: 0.1 } });
    await expect.element(screen.getByLabelText('Dropout')).toHaveValue('0.1');
  });
});

describe('buttons', () => {
  const names = [
    'Train',
    'Train on',
    'Start over',
    'Pause training',
    'Resume training',
    'Stop training',
  ];
  const cases: [TrainingPhase, string[]][] = [
    ['idle', ['Train']],
    ['preparing', ['Stop training']],
    ['running', ['Pause training', 'Stop training']],
    ['paused', ['Resume training', 'Stop training']],
    ['stopping', []],
    ['failed', ['Train']],
  ];
  const enabledOf = (screen: RenderResult): string[] =>
    names.filter((name) =>
      screen
        .getByRole('button', { name, exact: true })
        .elements()
        .some((button) => !button.hasAttribute('disabled')),
    );
  it.each(cases)('when %s, only those that apply', async (phase, expected) => {
    const training = { ...initialState.training, phase };
    const { screen } = await renderPanel(<TrainingPanel />, { pieces, training });
    expect(enabledOf(screen)).toEqual(expected);
  });

  it('offer to train a model at hand further, or to start over', async () => {
    const checkpoint: Checkpoint = {
      ...makeCheckpoint(),
      preset: 'form-small',
      encoding: { id: 'form', version: encodings.form.version },
    };
    const training = { ...initialState.training, phase: 'finished', checkpoint } as const;
    const state = { pieces, training, preset: 'form-small' } as const;
    const { screen, app } = await renderPanel(<TrainingPanel />, state);
    expect(enabledOf(screen)).toEqual(['Train on', 'Start over']);
    await screen.getByRole('button', { name: 'Train on' }).click();
    await screen.getByRole('button', { name: 'Start over' }).click();
    await screen.getByLabelText('Start from').selectOptions('The model at hand');
    expect(app.calls).toEqual([['trainOn'], ['startOver'], ['chooseStart', 'at hand']]);
    app.store.setState({ preset: 'form-medium' });
    await expect.element(screen.getByRole('button', { name: 'Train on' })).toBeDisabled();
    await expect
      .element(screen.getByLabelText('Start from'))
      .toHaveAccessibleDescription(
        'This model was made with Studio, small. Choose that preset, or start from nothing.',
      );
    expect(enabledOf(screen)).toEqual(['Start over']);
  });

  it('disables Train without pieces', async () => {
    const { screen } = await renderPanel(<TrainingPanel />);
    await expect.element(screen.getByRole('button', { name: 'Train', exact: true })).toBeDisabled();
    await expect
      .element(screen.getByRole('progressbar', { name: 'Training progress' }))
      .toHaveTextContent('Add a piece to the library first.');
  });
});

it('writes each finished epoch into the log', async () => {
  const { screen, app } = await renderPanel(<TrainingPanel />);
  const epochs = [
    { epoch: 1, trainingLoss: 3.25, validationLoss: 3.5 },
    { epoch: 2, trainingLoss: 2.123456 },
  ];
  app.store.setState({ training: { ...initialState.training, epochs } });
  const log = screen.getByRole('table', { name: 'Epoch log' });
  await expect.element(log.getByRole('row').nth(2)).toHaveTextContent('22.1235–');
  await expect.element(log.getByRole('row').nth(1)).toHaveTextContent('13.25003.5000');
});

it('keeps the earlier rows of a very long run until they are asked for', async () => {
  const { screen, app } = await renderPanel(<TrainingPanel />);
  const epochs = Array.from({ length: 1700 }, (_, i) => ({ epoch: i + 1, trainingLoss: 2 }));
  app.store.setState({ training: { ...initialState.training, epochs } });
  const log = screen.getByRole('table', { name: 'Epoch log' });
  const rows = (): number => log.getByRole('row').elements().length;
  await expect.poll(rows).toBe(1 + 500);
  await expect.element(log.getByRole('row').last()).toHaveTextContent('17002.0000–');
  await screen.getByRole('button', { name: 'Show 1,200 earlier epochs' }).click();
  await expect.poll(rows).toBe(1 + 1700);
  await expect.element(log.getByRole('row').nth(1)).toHaveTextContent('12.0000–');
});

it('shows the model summary', async () => {
  const layers = [
    { layer: 'LSTM, 256 units', outputShape: [null, 256], parameters: 271_360 },
    { layer: 'Dense', outputShape: [null, 88], parameters: 22_616 },
  ];
  const { screen } = await renderPanel(<TrainingPanel />, {
    summary: { layers, parameters: 293_976 },
  });
  const rows = screen.getByRole('table', { name: 'Model summary' }).getByRole('row');
  await expect.element(rows.nth(1)).toHaveTextContent('LSTM, 256 units(None, 256)271,360');
  await expect.element(rows.nth(3)).toHaveTextContent('Total293,976');
});

it('draws the loss curve from the points and unsubscribes', async () => {
  const { screen, app } = await renderPanel(<TrainingPanel />);
  const curve = screen.getByRole('img', { name: 'Loss curve' });
  await expect.element(curve).toBeVisible();
  const canvas = screen.container.querySelector('canvas');
  const ink = (): number => inkOf(canvas ?? document.createElement('canvas'));
  // A busy machine draws few frames.
  const patience = { timeout: 10_000 };
  await expect.poll(ink, patience).toBeGreaterThan(0);
  const before = ink();
  for (let i = 1; i < 200; i++) app.lossPoints.addStep(i / 20, 4 + Math.sin(i));
  await expect.poll(ink, patience).toBeGreaterThan(before);
  await screen.unmount();
  expect(() => app.lossPoints.addEpoch(10, 2, 2)).not.toThrow();
});

/** How many pixels are painted. */
function inkOf(canvas: HTMLCanvasElement): number {
  const context = canvas.getContext('2d');
  if (!context || canvas.width === 0) return 0;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let painted = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) painted++;
  return painted;
}
