import { expect, it } from 'vitest';
import { renderPanel } from '../renderPanel';
import { makeCheckpoint } from '../testApp';
import { TrainingPanel } from './TrainingPanel';

const resumable = { preset: 'seed', epoch: 4, epochs: 10, when: 0 } as const;

it('offers the last model, and passes the answer on', async () => {
  const { screen, app } = await renderPanel(<TrainingPanel />, { resumable });
  const offer = screen.getByRole('region', { name: 'Your last model' });
  await expect.element(offer).toHaveTextContent('4 of 10 epochs');
  await screen.getByRole('button', { name: 'Resume your last model' }).click();
  await screen.getByRole('button', { name: 'Discard your last model' }).click();
  expect(app.calls).toEqual([['resumeLastRun'], ['discardLastRun']]);
  app.store.setState({ resumable: undefined });
  await expect.element(offer).not.toBeInTheDocument();
});

it('saves the model to a file, once there is one', async () => {
  const { screen, app } = await renderPanel(<TrainingPanel />);
  const save = screen.getByRole('button', { name: 'Save the model to a file' });
  await expect.element(save).toBeDisabled();
  await expect.element(save).toHaveAccessibleDescription('There is no model yet.');
  const { training } = app.store.getState();
  app.store.setState({ training: { ...training, checkpoint: makeCheckpoint() } });
  await save.click();
  expect(app.calls).toEqual([['saveModel']]);
});

it('opens a model from a file', async () => {
  const { screen, app } = await renderPanel(<TrainingPanel />);
  await screen.getByLabelText('Open a model').upload(new File(['x'], 'a.etude'));
  expect(app.calls.map(([name]) => name)).toEqual(['addFiles']);
});
