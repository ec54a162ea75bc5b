import { expect, it } from 'vitest';
import { renderPanel } from '../renderPanel';
import { initialState, makeCheckpoint, makePiece, makeTake } from '../testStudio';
import { ComposePanel } from './ComposePanel';

const trained = { training: { ...initialState.training, checkpoint: makeCheckpoint() } };

it('says in plain words why it cannot generate yet', async () => {
  const { screen } = await renderPanel(<ComposePanel />);
  const button = screen.getByRole('button', { name: 'Generate' });
  await expect.element(button).toBeDisabled();
  await expect.element(button).toHaveAccessibleDescription(/Train first/);
});

it('changes every setting and generates', async () => {
  const { screen, studio } = await renderPanel(<ComposePanel />, {
    ...trained,
    pieces: [makePiece('Bethena')],
  });
  await screen.getByLabelText('Temperature').fill('0.8');
  await screen.getByLabelText('Top-p').fill('0.9');
  await screen.getByLabelText('Length').fill('32');
  await screen.getByLabelText('Random seed', { exact: true }).fill('11');
  await screen.getByLabelText('Opening').selectOptions('Bethena');
  await screen.getByRole('button', { name: 'Generate' }).click();
  expect(studio.calls).toEqual([
    ['changeComposeSettings', { temperature: 0.8 }],
    ['changeComposeSettings', { topP: 0.9 }],
    ['changeComposeSettings', { length: 32 }],
    ['changeComposeSettings', { seed: 11 }],
    ['chooseOpening', { kind: 'piece', id: 'Bethena' }],
    ['generate'],
  ]);
});

it('refuses a length of nothing', async () => {
  const { screen, studio } = await renderPanel(<ComposePanel />, trained);
  await screen.getByLabelText('Length').fill('0');
  await expect.element(screen.getByText(/Length must be a whole number/)).toBeVisible();
  expect(studio.calls).toEqual([]);
});

it('can be cancelled while it generates', async () => {
  const { screen, studio } = await renderPanel(<ComposePanel />, {
    ...trained,
    compose: { ...initialState.compose, running: true, progress: 0.625 },
  });
  await expect
    .element(screen.getByRole('progressbar', { name: 'Generating progress' }))
    .toHaveTextContent('63 % composed');
  await screen.getByRole('button', { name: 'Cancel generating' }).click();
  expect(studio.calls).toEqual([['cancelGenerate']]);
});

it('lists takes, newest first, and shows the one that is pressed', async () => {
  const takes = [makeTake('Take 1'), makeTake('Take 2', { remarks: ['Seed 6 was silent.'] })];
  const { screen, studio } = await renderPanel(<ComposePanel />, { ...trained, takes });
  const rows = screen.getByRole('list', { name: 'Takes' }).getByRole('listitem');
  await expect.element(rows.nth(0)).toHaveTextContent(/Take 2.*seed 7.*Seed 6 was silent\./);
  await rows.nth(1).click();
  await screen.getByRole('button', { name: 'Remove Take 2' }).click();
  expect(studio.calls).toEqual([
    ['show', { kind: 'take', id: 'Take 1' }],
    ['removeTake', 'Take 2'],
  ]);
});
