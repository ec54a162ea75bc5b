import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { testCard } from '../../app/testing/startCard';
import { renderPanel } from '../renderPanel';
import { initialState, makeCheckpoint, makePiece, makeTake, scale } from '../testApp';
import { ComposePanel } from './ComposePanel';

const trained = { training: { ...initialState.training, checkpoint: makeCheckpoint() } };

it('says in plain words why it cannot generate yet', async () => {
  const { screen } = await renderPanel(<ComposePanel />);
  const button = screen.getByRole('button', { name: 'Generate' });
  await expect.element(button).toBeDisabled();
  await expect.element(button).toHaveAccessibleDescription(/Train first/);
});

it('changes every setting and generates', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, {
    ...trained,
    pieces: [makePiece('Bethena')],
  });
  await screen.getByLabelText('Length').fill('32');
  await screen.getByLabelText('Safe – wild').fill('1');
  await screen.getByLabelText('Opening').selectOptions('Bethena');
  await screen.getByText('Advanced').click();
  await screen.getByLabelText('Temperature', { exact: true }).fill('0.8');
  await screen.getByLabelText('Top-p').fill('0.9');
  await screen.getByLabelText('Takes at once').selectOptions('3');
  await screen.getByLabelText('Random seed', { exact: true }).fill('11');
  await screen.getByRole('button', { name: 'Lock the seed' }).click();
  await screen.getByRole('button', { name: 'Generate' }).click();
  expect(app.calls).toEqual([
    ['changeComposeSettings', { length: 32 }],
    ['changeComposeSettings', { temperature: 1.2, rhythmTemperature: 1.2, topP: 0.98 }],
    ['choosePrompt', { kind: 'piece', id: 'Bethena' }],
    ['changeComposeSettings', { temperature: 0.8 }],
    ['changeComposeSettings', { topP: 0.9 }],
    ['changeComposeSettings', { takes: 3 }],
    ['changeComposeSettings', { seed: 11 }],
    ['lockSeed', true],
    ['generate'],
  ]);
});

it('keeps what few takes need under Advanced, and rhythm to presets that have one', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, { preset: 'studio-small' });
  await expect
    .element(screen.getByText('64 bars, then a closing chord on the next bar line.'))
    .toBeVisible();
  await expect.element(screen.getByLabelText('Rhythm temperature')).not.toBeVisible();
  await screen.getByText('Advanced').click();
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
  await screen.getByText('Advanced').click();
  const form = screen.getByLabelText('Form', { exact: true });
  await expect.element(form).toHaveDisplayValue('Drawn from your pieces');
  expect(form.getByRole('option').elements()).toHaveLength(3);
  await form.selectOptions('As in Solace');
  const strict = screen.getByRole('checkbox', { name: 'Only notes of this key' });
  await expect.element(strict).toBeDisabled();
  await expect
    .element(screen.getByLabelText('Key', { exact: true }))
    .toHaveDisplayValue('As in the pieces');
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
  await screen.getByText('Advanced').click();
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
    shown: { kind: 'take', id: 'Take 1' },
  });
  await expect.element(screen.getByText('Form A A′ · C major · after Solace')).toBeVisible();
});

it('continues the shown take at once, and composes more like it', async () => {
  const take = makeTake('Take 3', { notes: scale(16) });
  const shown = { kind: 'take', id: 'Take 3' } as const;
  const { screen, app } = await renderPanel(<ComposePanel />, { ...trained, takes: [take], shown });
  await screen.getByRole('button', { name: 'Continue Take 3' }).click();
  await screen.getByRole('button', { name: 'More like this: Take 3' }).click();
  expect(app.calls).toEqual([
    ['continueTake', 'Take 3', 7680],
    ['composeLike', 'Take 3'],
  ]);
  app.store.setState({ compose: { ...app.store.getState().compose, running: true } });
  await expect.element(screen.getByRole('button', { name: 'Continue Take 3' })).toBeDisabled();
  // The pressed button is disabled; the keyboard goes on at the shown take.
  await expect.element(screen.getByRole('button', { name: 'Show Take 3' })).toHaveFocus();
});

it('counts a removed piece as no opening', async () => {
  const prompt = { kind: 'piece', id: 'Gone' } as const;
  const compose = { ...initialState.compose, prompt };
  const { screen } = await renderPanel(<ComposePanel />, { ...trained, compose });
  await expect.element(screen.getByLabelText('Opening')).toHaveDisplayValue('Silence');
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
  app.store.setState({ shown: { kind: 'take', id: 'Take 1' } });
  await expect.element(screen.getByRole('button', { name: 'Continue Take 1' })).toBeDisabled();
  await expect.element(screen.getByRole('button', { name: 'Remove Take 1' })).toBeDisabled();
  await screen.getByRole('button', { name: 'Play Take 2' }).click();
  expect(app.calls).toEqual([['show', { kind: 'take', id: 'Take 2' }], ['play']]);
});

it('says what of a take is copied', async () => {
  const copying = { notes: 9, start: 0, title: 'Solace', bar: 12, heldOut: [7] };
  const { screen } = await renderPanel(<ComposePanel />, {
    ...trained,
    takes: [makeTake('Take 1', { notes: scale(40), copying })],
    shown: { kind: 'take', id: 'Take 1' },
  });
  await screen.getByText('A passage as in Solace').click();
  await expect
    .element(
      screen.getByText(
        'Longest run shared with a piece it learnt from: 9 notes (Solace, bar 12). ' +
          'Pieces it never saw share up to 7.',
      ),
    )
    .toBeVisible();
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

const quality = { key: 0, inKey: 0.9, endsOnTonic: true };

/** Two takes of one batch, the second one better, and one of a later batch. */
const ranked = [
  makeTake('Take 1', { batch: 'a', quality: { ...quality, endsOnTonic: false } }),
  makeTake('Take 2', { batch: 'a', quality, remarks: ['Seed 6 was silent.'] }),
  makeTake('Take 3', { batch: 'b', quality }),
];

it('lists the newest batch first and the best take of a batch first, and says why', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, { ...trained, takes: ranked });
  const rows = screen.getByRole('list', { name: 'Takes' }).getByRole('listitem');
  for (const [i, title] of ['Take 3', 'Take 2', 'Take 1'].entries()) {
    await expect.element(rows.nth(i)).toHaveTextContent(title);
  }
  await rows.nth(1).click();
  expect(app.calls).toEqual([['show', { kind: 'take', id: 'Take 2' }]]);
  app.store.setState({ shown: { kind: 'take', id: 'Take 2' } });
  await expect
    .element(rows.nth(1))
    .toHaveTextContent(/Best of 2: ends on its tonic, 90 % in key\..*Seed 6 was silent\..*seed 7/);
  await screen.getByRole('button', { name: 'Remove Take 2' }).click();
  expect(app.calls.at(-1)).toEqual(['removeTake', 'Take 2']);
});

it('plays and pauses on the card', async () => {
  const shown = { kind: 'take', id: 'Take 1' } as const;
  const { screen, app } = await renderPanel(<ComposePanel />, { takes: ranked, shown });
  await screen.getByRole('button', { name: 'Play Take 1' }).click();
  app.store.setState({ transport: { ...initialState.transport, playing: true } });
  await screen.getByRole('button', { name: 'Pause Take 1' }).click();
  expect(app.calls).toEqual([['play'], ['pause']]);
});

it('stars takes, filters the starred ones, and downloads them', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, { takes: ranked });
  await screen.getByRole('button', { name: 'Download all', exact: true }).click();
  await screen.getByRole('button', { name: 'Star Take 1' }).click();
  expect(app.calls).toEqual([['downloadTakes'], ['starTake', 'Take 1', true]]);
  const [first, ...others] = ranked;
  app.store.setState({ takes: [{ ...first, starred: true }, ...others] });
  await screen.getByRole('button', { name: 'Starred (1)' }).click();
  const rows = screen.getByRole('list', { name: 'Takes' }).getByRole('listitem');
  await expect.element(rows).toHaveTextContent('Take 1');
  await expect.element(screen.getByRole('button', { name: 'Download all starred' })).toBeVisible();
  app.store.setState({ takes: ranked });
  await expect.element(rows.nth(2)).toBeVisible();
});

it('renames the shown take in place, by keyboard', async () => {
  const shown = { kind: 'take', id: 'Take 1' } as const;
  const { screen, app } = await renderPanel(<ComposePanel />, { takes: ranked, shown });
  const rename = screen.getByRole('button', { name: 'Rename Take 1' });
  await rename.click();
  const field = screen.getByLabelText('Title of Take 1');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('My waltz{Escape}');
  await expect.element(rename).toHaveFocus();
  expect(app.calls).toEqual([]);
  await rename.click();
  await userEvent.keyboard('My waltz{Enter}');
  await expect.element(field).not.toBeInTheDocument();
  expect(app.calls).toEqual([['renameTake', 'Take 1', 'My waltz']]);
});

it('compares another take with the shown one', async () => {
  const { screen, app } = await renderPanel(<ComposePanel />, { takes: ranked });
  const compare = screen.getByRole('button', { name: 'Compare Take 2' });
  await expect.element(compare).toBeDisabled();
  app.store.setState({ shown: { kind: 'take', id: 'Take 1' } });
  await compare.click();
  app.store.setState({ compared: ['Take 1', 'Take 2'] });
  await expect.element(compare).toHaveAttribute('aria-pressed', 'true');
  await compare.click();
  expect(app.calls).toEqual([
    ['compareTake', 'Take 2'],
    ['compareTake', undefined],
  ]);
});

it('downloads the shown take', async () => {
  const shown = { kind: 'take', id: 'Take 1' } as const;
  const { screen, app } = await renderPanel(<ComposePanel />, { takes: ranked, shown });
  await screen.getByRole('button', { name: 'Download Take 1' }).click();
  await screen.getByRole('button', { name: 'Download score of Take 1' }).click();
  expect(app.calls).toEqual([
    ['downloadTake', 'Take 1'],
    ['downloadTakeScore', 'Take 1'],
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

it('says that a locked seed repeats the takes', async () => {
  const compose = { ...initialState.compose, seedLocked: true };
  const { screen } = await renderPanel(<ComposePanel />, { ...trained, compose });
  await expect.element(screen.getByText(/^The seed is locked/)).toBeVisible();
});

it("continues a take, and composes more like it, with Etude's own model", async () => {
  const shown = { kind: 'take', id: 'Take 1' } as const;
  const { screen, app } = await renderPanel(<ComposePanel />, {
    start: { card: testCard() },
    takes: [makeTake('Take 1', { notes: scale(16) })],
    shown,
  });
  await screen.getByRole('button', { name: 'Continue Take 1' }).click();
  await screen.getByRole('button', { name: 'More like this: Take 1' }).click();
  expect(app.calls.map(([name]) => name)).toEqual(['continueTake', 'composeLike']);
});
