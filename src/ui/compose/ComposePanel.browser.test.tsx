import { expect, it } from 'vitest';
import { testCard } from '../../app/testing/startCard';
import { renderPanel } from '../renderPanel';
import { initialState, makeCheckpoint, makePiece, makeTake, scale } from '../testApp';
import { ComposePanel } from './ComposePanel';

const trained = { training: { ...initialState.training, checkpoint: makeCheckpoint() } };

it('says in plain words why it cannot generate yet', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />);
  const button = screen.getByRole('button', { name: 'Generate' });
  await expect.element(button).toBeDisabled();
  await expect.element(button).toHaveAccessibleDescription(/Train first/);
  const resumable = { preset: 'seed', epoch: 4, epochs: 4, finished: true, when: 0 } as const;
  app.store.setState({ resumable });
  await expect.element(button).toHaveAccessibleDescription(/Resume your last model/);
});

it('changes every setting and generates', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, {
    ...trained,
    pieces: [makePiece('Bethena')],
  });
  await screen.getByLabelText('Temperature').fill('0.8');
  await screen.getByLabelText('Top-p').fill('0.9');
  await screen.getByLabelText('Length').fill('32');
  await screen.getByLabelText('Takes at once').selectOptions('3');
  await screen.getByLabelText('Random seed', { exact: true }).fill('11');
  await screen.getByLabelText('Opening').selectOptions('Bethena');
  await screen.getByRole('button', { name: 'Generate' }).click();
  expect(app.calls).toEqual([
    ['changeComposeSettings', { temperature: 0.8 }],
    ['changeComposeSettings', { topP: 0.9 }],
    ['changeComposeSettings', { length: 32 }],
    ['changeComposeSettings', { takes: 3 }],
    ['changeComposeSettings', { seed: 11 }],
    ['choosePrompt', { kind: 'piece', id: 'Bethena' }],
    ['generate'],
  ]);
});

it('keeps what few takes need under More, and rhythm to presets that have one', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, { preset: 'studio-small' });
  await expect
    .element(screen.getByText('64 bars, then a closing chord on the next bar line.'))
    .toBeVisible();
  expect(screen.getByLabelText('Rhythm temperature').elements()).toHaveLength(0);
  await screen.getByText('More').click();
  await screen.getByLabelText('Rhythm temperature').fill('0.7');
  await screen.getByLabelText('Key').selectOptions('A minor');
  await screen.getByLabelText('Key').selectOptions('Any key');
  expect(app.calls).toEqual([
    ['changeComposeSettings', { rhythmTemperature: 0.7 }],
    ['changeComposeSettings', { key: 21, pitchClasses: [0, 2, 4, 5, 7, 8, 9, 11] }],
    ['changeComposeSettings', { key: undefined, pitchClasses: undefined }],
  ]);
  app.store.setState({ preset: 'seed' });
  await expect.element(screen.getByLabelText('Rhythm temperature')).not.toBeInTheDocument();
  await expect.element(screen.getByText('64 notes in even steps.')).toBeVisible();
});

it('asks a network that knows keys and form for them', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, {
    pieces: [makePiece('Bethena'), makePiece('Solace')],
    training: {
      ...initialState.training,
      checkpoint: {
        ...makeCheckpoint(),
        preset: 'form-small',
        forms: [{ piece: 'Solace', bars: 8, plan: '', lastPlace: 0 }],
      },
    },
  });
  const form = screen.getByLabelText('Form', { exact: true });
  await expect.element(form).toHaveDisplayValue('Drawn from your pieces');
  expect(form.getByRole('option').elements()).toHaveLength(3);
  await form.selectOptions('As in Solace');
  await screen.getByText('More').click();
  const strict = screen.getByRole('checkbox', { name: 'Only notes of this key' });
  await expect.element(strict).toBeDisabled();
  await expect
    .element(screen.getByLabelText('Key', { exact: true }))
    .toHaveDisplayValue('As the pieces have it');
  await screen.getByLabelText('Key', { exact: true }).selectOptions('A minor');
  await screen.getByLabelText('Repetition').selectOptions('Less');
  const { compose } = app.store.getState();
  app.store.setState({
    compose: { ...compose, settings: { ...compose.settings, key: 21, form: { kind: 'free' } } },
  });
  await expect.element(screen.getByLabelText('Repetition')).toBeDisabled();
  await strict.click();
  expect(app.calls).toEqual([
    ['changeComposeSettings', { form: { kind: 'as', piece: 'Solace' } }],
    ['changeComposeSettings', { key: 21, pitchClasses: undefined }],
    ['changeComposeSettings', { repetition: 'less' }],
    ['changeComposeSettings', { key: 21, pitchClasses: [0, 2, 4, 5, 7, 8, 9, 11] }],
  ]);
});

it('has no form for networks that know none', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, { preset: 'studio-small' });
  await screen.getByText('More').click();
  await expect.element(screen.getByLabelText('Key', { exact: true })).toHaveDisplayValue('Any key');
  const absent = [
    screen.getByLabelText('Form', { exact: true }),
    screen.getByLabelText('Repetition'),
    screen.getByRole('checkbox', { name: 'Only notes of this key' }),
  ];
  for (const field of absent) await expect.element(field).not.toBeInTheDocument();
  app.store.setState({ preset: 'form-small' });
  for (const field of absent) await expect.element(field).toBeVisible();
});

it('says the form of a take in words', async () => {
  const groups = ['A', "A'"].map((letter, i) => ({ letter, bar: 4 * i, bars: 4 }));
  const form = { groups, barTicks: 1920, key: 0, planOf: 'Solace' };
  const { screen } = await renderPanel(<ComposePanel />, {
    pieces: [makePiece('Solace')],
    takes: [makeTake('Take 1', { form })],
  });
  await expect.element(screen.getByText('Form A A′ · C major · after Solace')).toBeVisible();
});

it('continues a take, says so, and goes back to nothing', async () => {
  const take = makeTake('Take 3', { notes: scale(16) });
  const { screen, app } = await renderPanel(<ComposePanel />, { ...trained, takes: [take] });
  await screen.getByRole('button', { name: 'Continue Take 3' }).click();
  expect(app.calls).toEqual([['choosePrompt', { kind: 'take', id: 'Take 3', tick: 7680 }]]);
  const { compose } = app.store.getState();
  app.store.setState({
    compose: { ...compose, prompt: { kind: 'take', id: 'Take 3', tick: 3840 } },
  });
  const prompt = screen.getByLabelText('Opening');
  await expect.element(prompt).toHaveDisplayValue('Take 3, from bar 3');
  await expect.element(screen.getByText('Continues Take 3, from bar 3.')).toBeVisible();
  await prompt.selectOptions('Nothing: begin from silence');
  expect(app.calls.at(-1)).toEqual(['choosePrompt', { kind: 'nothing' }]);
  // A removed take is no prompt.
  app.store.setState({ takes: [] });
  await expect.element(prompt).toHaveDisplayValue('Nothing: begin from silence');
});

it('shows how far each take has come, all of which can be played meanwhile', async () => {
  const settings = { ...makeTake('').settings, length: 8 };
  const growing = { notes: scale(6), composing: true, preset: 'seed', settings } as const;
  const { screen, app } = await renderPanel(<ComposePanel />, {
    ...trained,
    takes: [
      makeTake('Take 1', { ...growing }),
      makeTake('Take 2', { ...growing, notes: scale(2) }),
    ],
  });
  const rows = screen.getByRole('list', { name: 'Takes' }).getByRole('listitem');
  await expect.element(rows.nth(0)).toHaveTextContent(/Take 2.*composing, 25 %/);
  await expect.element(rows.nth(1)).toHaveTextContent(/Take 1.*composing, 75 %/);
  await expect.element(screen.getByRole('button', { name: 'Continue Take 1' })).toBeDisabled();
  await expect.element(screen.getByRole('button', { name: 'Remove Take 1' })).toBeDisabled();
  await screen.getByRole('button', { name: 'Play Take 1' }).click();
  expect(app.calls).toEqual([['show', { kind: 'take', id: 'Take 1' }], ['play']]);
});

it('says what of a take is copied', async () => {
  const copying = { notes: 9, start: 0, title: 'Solace', bar: 12, heldOut: [7] };
  const { screen } = await renderPanel(<ComposePanel />, {
    ...trained,
    takes: [makeTake('Take 1', { notes: scale(40), copying })],
  });
  await expect
    .element(screen.getByRole('list', { name: 'Takes' }))
    .toHaveTextContent(
      'Longer than real pieces share. Longest run shared with a training piece: 9 notes ' +
        '(Solace, bar 12). Held-out pieces share up to 7.',
    );
});

it('refuses a length of 0', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, trained);
  await screen.getByLabelText('Length').fill('0');
  await expect.element(screen.getByText(/Length must be a whole number/)).toBeVisible();
  expect(app.calls).toEqual([]);
});

it('can be cancelled while it generates', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, {
    ...trained,
    compose: { ...initialState.compose, running: true, progress: 0.625 },
  });
  await expect
    .element(screen.getByRole('progressbar', { name: 'Generating progress' }))
    .toHaveTextContent('63 % composed');
  await screen.getByRole('button', { name: 'Cancel generating' }).click();
  expect(app.calls).toEqual([['cancelGenerate']]);
});

it('lists takes, newest first, and shows the one that is pressed', async () => {
  const takes = [makeTake('Take 1'), makeTake('Take 2', { remarks: ['Seed 6 was silent.'] })];
  const { screen, app } = await renderPanel(<ComposePanel />, { ...trained, takes });
  const rows = screen.getByRole('list', { name: 'Takes' }).getByRole('listitem');
  await expect.element(rows.nth(0)).toHaveTextContent(/Take 2.*seed 7.*Seed 6 was silent\./);
  await rows.nth(1).click();
  await screen.getByRole('button', { name: 'Remove Take 2' }).click();
  expect(app.calls).toEqual([
    ['show', { kind: 'take', id: 'Take 1' }],
    ['removeTake', 'Take 2'],
  ]);
});

it("generates with Etude's own model where there is no other, and credits it", async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, { start: { card: testCard() } });
  await expect.element(screen.getByText(/taught on 2,608 scores/)).toBeVisible();
  await screen.getByRole('button', { name: 'Generate' }).click();
  expect(app.calls).toEqual([['generate']]);
  await screen.getByRole('button', { name: /Credits/ }).click();
  const dialog = screen.getByRole('dialog', { name: /own model/ });
  await expect.element(dialog.getByText(/Chopin, Frédéric \(190\)/)).toBeVisible();
  await expect.element(dialog.getByText('Mutopia Project, CC BY 4.0: Somebody')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const running = { ...app.store.getState().compose, running: true };
  app.store.setState({ compose: running, start: { card: testCard(), loading: 0.25 } });
  await expect.element(screen.getByText('Loading Etude’s model: 25 %')).toBeVisible();
  app.store.setState(trained);
  await expect.element(screen.getByText(/taught on 2,608 scores/)).not.toBeInTheDocument();
});
