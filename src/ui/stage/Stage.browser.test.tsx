import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { App } from '../App';
import { renderPanel } from '../renderPanel';
import { initialState, makeCheckpoint, makePiece, makeTake, scale } from '../testApp';

const shown = {
  pieces: [makePiece('Bethena')],
  shown: { kind: 'piece', id: 'Bethena' } as const,
};

it('plays, stops, loops, and changes tempo and volume', async () => {
  const { screen, app } = await renderPanel(<App />, shown);
  await screen.getByRole('button', { name: 'Play', exact: true }).click();
  await screen.getByRole('button', { name: 'Stop playback' }).click();
  await screen.getByRole('button', { name: 'Loop', exact: true }).click();
  await screen.getByLabelText('Tempo', { exact: true }).fill('50');
  await screen.getByLabelText('Volume', { exact: true }).fill('25');
  await screen.getByRole('button', { name: 'Download MIDI' }).click();
  expect(app.calls).toEqual([
    ['play'],
    ['stopPlayback'],
    ['setLoop', true],
    ['setSpeed', 0.5],
    ['setVolume', 0.25],
    ['downloadMidi'],
  ]);
});

it('turns Play into Pause while it plays', async () => {
  const { screen, app } = await renderPanel(<App />, shown);
  app.store.setState({ transport: { ...initialState.transport, playing: true } });
  await screen.getByRole('button', { name: 'Pause', exact: true }).click();
  expect(app.calls).toEqual([['pause']]);
  expect(screen.getByRole('button', { name: 'Play', exact: true }).elements()).toHaveLength(0);
});

it('plays on Space, but not from a text field', async () => {
  const { screen, app } = await renderPanel(<App />, shown);
  const field = screen.getByLabelText('Length', { exact: true });
  await userEvent.click(field);
  await userEvent.keyboard(' ');
  expect(app.calls).not.toContainEqual(['play']);
  field.element().blur();
  await userEvent.keyboard(' ');
  expect(app.calls.at(-1)).toEqual(['play']);
});

it('has nothing to play before something is shown', async () => {
  const { screen } = await renderPanel(<App />);
  await expect.element(screen.getByRole('button', { name: 'Play', exact: true })).toBeDisabled();
  await expect.element(screen.getByRole('button', { name: 'Download MIDI' })).toBeDisabled();
});

it('continues the take that is shown from the playhead, and only a take', async () => {
  const take = makeTake('Take 3', { notes: scale(16) });
  const { screen, app } = await renderPanel(<App />, {
    ...shown,
    takes: [take],
    snippets: [makeTake('Epoch 1')],
    training: { ...initialState.training, checkpoint: makeCheckpoint() },
  });
  const button = screen.getByRole('button', { name: 'Continue from the playhead' });
  await expect.element(button).not.toBeInTheDocument();
  app.playheadTick = () => 1920;
  app.store.setState({ shown: { kind: 'take', id: 'Take 3' } });
  await button.click();
  expect(app.calls).toEqual([['continueTake', 'Take 3', 1920]]);
  app.store.setState({ shown: { kind: 'take', id: 'Epoch 1' } });
  await expect.element(screen.getByText('Epoch 1', { exact: true }).first()).toBeVisible();
  await expect.element(button).not.toBeInTheDocument();
});

it('marks what the take shares with a training piece', async () => {
  const copying = { notes: 5, start: 2, title: 'Bethena', bar: 9, heldOut: [4] };
  const take = makeTake('Take 3', { notes: scale(16), copying });
  const { screen } = await renderPanel(<App />, {
    takes: [take],
    shown: { kind: 'take', id: 'Take 3' },
  });
  await expect.element(screen.getByText('also in Bethena, bar 9', { exact: true })).toBeVisible();
});

it('shows two takes one above the other, and plays either from the playhead', async () => {
  const { screen, app } = await renderPanel(<App />);
  app.playheadTick = () => 480;
  app.store.setState({
    takes: [makeTake('Take 1'), makeTake('Take 2', { notes: scale(8) })],
    shown: { kind: 'take', id: 'Take 1' },
    compared: ['Take 1', 'Take 2'],
  });
  const stage = screen.getByRole('region', { name: 'Piano roll and transport' });
  await expect.element(stage.getByRole('slider', { name: /^Piano roll of Take 1/ })).toBeVisible();
  await expect.element(stage.getByRole('slider', { name: /^Piano roll of Take 2/ })).toBeVisible();
  await stage.getByRole('button', { name: 'Listen to Take 2' }).click();
  expect(app.calls).toEqual([['show', { kind: 'take', id: 'Take 2' }], ['seek', 480], ['play']]);
  await stage.getByRole('button', { name: 'Stop comparing' }).click();
  expect(app.calls.at(-1)).toEqual(['compareTake', undefined]);
  app.store.setState({ compared: undefined });
  await expect
    .element(stage.getByRole('slider', { name: /^Piano roll of Take 2/ }))
    .not.toBeInTheDocument();
});

describe('again from here', () => {
  const take = makeTake('Take 3', { notes: scale(16), preset: 'form-small' });
  const checkpoint = { ...makeCheckpoint(), preset: 'form-medium' as const };
  const state = {
    takes: [take],
    shown: { kind: 'take', id: 'Take 3' } as const,
    training: { ...initialState.training, checkpoint },
  };

  it('composes the rest of the take from the bar at the playhead', async () => {
    const { screen, app } = await renderPanel(<App />, { ...state, shown: initialState.shown });
    app.playheadTick = () => 2000;
    app.store.setState({ shown: state.shown });
    await screen.getByRole('button', { name: 'Again from here', exact: true }).click();
    expect(app.calls).toEqual([['composeAgain', { take: 'Take 3', from: 1, to: 4 }]]);
  });

  it('marks bars by keyboard, composes just these, and clears the mark', async () => {
    const { screen, app } = await renderPanel(<App />, { ...state, shown: initialState.shown });
    app.playheadTick = () => 1920;
    app.store.setState({ shown: state.shown });
    const roll = screen.getByRole('slider', { name: /^Piano roll of/ });
    await expect.element(roll).toHaveAttribute('aria-valuetext', 'bar 2.1');
    roll.element().focus();
    await userEvent.keyboard('m');
    const one = { take: 'Take 3', from: 1, to: 2 };
    expect(app.calls).toEqual([['markBars', one]]);
    app.store.setState({ markedBars: one });
    await expect.element(screen.getByText('Marked: bar 2', { exact: true })).toBeVisible();
    await userEvent.keyboard('m');
    expect(app.calls.at(-1)).toEqual(['markBars', { take: 'Take 3', from: 1, to: 3 }]);
    await screen.getByRole('button', { name: 'Again from here', exact: true }).click();
    expect(app.calls.at(-1)).toEqual(['composeAgain', one]);
    roll.element().focus();
    await userEvent.keyboard('{Escape}');
    expect(app.calls.at(-1)).toEqual(['markBars', undefined]);
  });

  it('shows its progress and can be cancelled', async () => {
    const { screen, app } = await renderPanel(<App />, {
      ...state,
      recomposing: { take: 'Take 3', progress: 0.4 },
    });
    const progress = screen.getByRole('progressbar', { name: 'Progress of composing again' });
    await expect.element(progress).toHaveAttribute('aria-valuetext', '40 % composed');
    await screen.getByRole('button', { name: 'Cancel composing again' }).click();
    expect(app.calls).toEqual([['cancelAgain']]);
  });

  it('is absent without a model of the same encoding, and for pieces', async () => {
    const { screen, app } = await renderPanel(<App />, { ...state, ...shown, takes: [take] });
    const button = screen.getByRole('button', { name: 'Again from here' });
    await expect.element(button).not.toBeInTheDocument();
    app.store.setState({
      shown: state.shown,
      training: { ...initialState.training, checkpoint: makeCheckpoint() },
    });
    await expect.element(screen.getByText('Take 3', { exact: true }).first()).toBeVisible();
    await expect.element(button).not.toBeInTheDocument();
  });
});
