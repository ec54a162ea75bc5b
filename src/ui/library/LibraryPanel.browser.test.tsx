import { expect, it } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';
import { App } from '../App';
import { renderPanel } from '../renderPanel';
import { initialState, makePiece } from '../testApp';
import { LibraryPanel } from './LibraryPanel';

it('lists pieces with their figures, and acts on the one whose button is pressed', async () => {
  const bethena = makePiece('Bethena');
  const song = { ...bethena.song, composer: 'Scott Joplin', year: 1905 };
  const pieces = [{ ...bethena, song }, makePiece('Solace', { repairs: ['A note was closed.'] })];
  const { screen, app } = await renderPanel(<LibraryPanel />, { pieces });
  const rows = screen.getByRole('list', { name: 'Pieces', exact: true }).getByRole('listitem');
  await expect
    .element(rows.nth(0))
    .toHaveTextContent('BethenaScott Joplin, 19050:048 notes2 bars120 bpmMelody');
  expect(rows.elements()).toHaveLength(2);

  await screen.getByRole('button', { name: 'Play Solace' }).click();
  await screen.getByRole('button', { name: 'Remove Bethena' }).click();
  await screen.getByRole('checkbox', { name: 'Include Bethena' }).click();
  expect(app.calls).toEqual([
    ['show', { kind: 'piece', id: 'Solace' }],
    ['play'],
    ['removePiece', 'Bethena'],
    ['setIncluded', ['Bethena'], false],
  ]);
});

it('says who plays, and lets one hand or all be learnt', async () => {
  const { song } = makePiece('');
  const [right] = song.tracks;
  const left = {
    ...right,
    notes: right.notes.map((value, i) => (i % 4 === 2 ? value - 24 : value)),
  };
  const hands = { ...song, tracks: [left, right] };
  const pieces = [makePiece('Bethena', { song: hands, notes: 16 })];
  const { screen, app } = await renderPanel(<LibraryPanel />, { pieces });
  const row = screen.getByRole('list', { name: 'Pieces', exact: true }).getByRole('listitem');
  await expect.element(row).toHaveTextContent('16 notes');
  screen.getByText('Piano, two hands').element().focus();
  await userEvent.keyboard('{Enter}');
  const choice = screen.getByRole('combobox', { name: 'Learn from Bethena' });
  await expect.element(choice).toHaveTextContent('EverythingLeft hand, 8 notesRight hand, 8 notes');
  await userEvent.selectOptions(choice, 'Right hand, 8 notes');
  expect(app.calls).toEqual([['learnFrom', 'Bethena', [1]]]);
  app.store.setState({ pieces: [{ ...pieces[0], learnFrom: [1] }] });
  await expect.element(row).toHaveTextContent('8 of 16 notes learnt');
  await expect.element(choice).toHaveValue('1');
  await userEvent.selectOptions(choice, 'Everything');
  expect(app.calls.at(-1)).toEqual(['learnFrom', 'Bethena', undefined]);
});

it('shows names of files as text', async () => {
  const fileName = '<img src=x onerror=alert(1)>.mid';
  const { screen } = await renderPanel(<LibraryPanel />, {
    rejected: [{ id: '1', fileName, reason: 'This is text.' }],
    pieces: [makePiece('<b>bold</b>', { fileName })],
  });
  const list = screen.getByRole('list', { name: 'Files not added' });
  await expect.element(list).toHaveTextContent(`${fileName}This is text.`);
  expect(screen.container.querySelector('img, b')).toBeNull();
});

it('hands every chosen file on, whatever its name', async () => {
  const { screen, app } = await renderPanel(<LibraryPanel />);
  const input = screen.getByLabelText('Add MIDI files');
  // Pickers of phones grey out whatever a list of types does not name.
  await expect.element(input).not.toHaveAttribute('accept');
  await input.upload([new File(['x'], 'a.mid'), new File(['y'], 'notes.txt')]);
  const [name, files] = app.calls[0];
  expect(name).toBe('addFiles');
  expect(files).toHaveLength(2);
});

it('shows how far an import has come and lets it be cancelled', async () => {
  const { screen, app } = await renderPanel(<LibraryPanel />, {
    importing: { done: 83, total: 250, current: 'chopin.mid' },
  });
  const bar = screen.getByRole('progressbar', { name: 'Import progress' });
  await expect.element(bar).toHaveAttribute('aria-valuenow', '83');
  await expect.element(bar).toHaveAttribute('aria-valuemax', '250');
  await screen.getByRole('button', { name: 'Cancel import' }).click();
  expect(app.calls).toEqual([['cancelImport']]);
});

it('includes all pieces at once', async () => {
  const pieces = [makePiece('Bethena', { included: false }), makePiece('Solace')];
  const { screen, app } = await renderPanel(<LibraryPanel />, { pieces });
  await screen.getByRole('checkbox', { name: 'Include all pieces' }).click();
  await screen.getByRole('button', { name: 'Remove all pieces' }).click();
  expect(app.calls).toEqual([
    ['setIncluded', ['Bethena', 'Solace'], true],
    ['removePieces', ['Bethena', 'Solace']],
  ]);
});

it('includes and removes only what the list shows, and says so', async () => {
  const pieces = Array.from({ length: 30 }, (_, i) => makePiece(`Study ${i + 1}`));
  const { screen, app } = await renderPanel(<LibraryPanel />, { pieces, sought: 'study 2' });
  await expect.element(screen.getByText('12 of 12 shown in training')).toBeVisible();
  await screen.getByRole('checkbox', { name: 'Include the 12 pieces shown' }).click();
  await screen.getByRole('button', { name: 'Remove the 12 pieces shown' }).click();
  const numbers = [2, 12, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29];
  const shown = numbers.map((number) => `Study ${number}`);
  expect(app.calls).toEqual([
    ['setIncluded', shown, false],
    ['removePieces', shown],
  ]);
});

it('says during a run that a choice is for the next one', async () => {
  const pieces = [makePiece('Bethena', { included: false }), makePiece('Solace')];
  const training = { ...initialState.training, phase: 'running' } as const;
  const { screen } = await renderPanel(<LibraryPanel />, { pieces, training });
  await expect.element(screen.getByText('1 of 2 for the next run')).toBeVisible();
});

it('undoes a removal by the keyboard, but not while a field is edited', async () => {
  const undoable = [{ id: 1, run: () => {} }];
  const { screen, app } = await renderPanel(<App />, { undoable });
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(app.calls).toEqual([['undo']]);
  await screen.getByLabelText('Length', { exact: true }).click();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(app.calls).toEqual([['undo']]);
});

it('takes a drop anywhere in the window', async () => {
  const { screen, app } = await renderPanel(<App />);
  const transfer = new DataTransfer();
  transfer.items.add(new File(['x'], 'dropped.mid'));
  const target = screen.getByRole('heading', { name: 'Compose' }).element();
  const over = new DragEvent('dragover', { dataTransfer: transfer, bubbles: true });
  target.dispatchEvent(over);
  await expect.element(screen.getByText('Let go to add them to the library')).toBeVisible();
  const drop = { dataTransfer: transfer, bubbles: true, cancelable: true };
  target.dispatchEvent(new DragEvent('drop', drop));
  await expect.poll(() => app.calls.map(([name]) => name)).toEqual(['addFiles']);
  expect(app.calls[0][1]).toMatchObject([{ name: 'dropped.mid' }]);
});

it('searches among many pieces, and shows no search field for a few', async () => {
  const pieces = Array.from({ length: 30 }, (_, i) => makePiece(`Study ${i + 1}`));
  const { screen, app } = await renderPanel(<LibraryPanel />, { pieces });
  const rows = screen.getByRole('list', { name: 'Pieces', exact: true }).getByRole('listitem');
  const find = screen.getByLabelText('Find a piece');
  await find.fill('study 17');
  expect(app.calls).toEqual([['seekPieces', 'study 17']]);
  app.store.setState({ sought: 'study 17' });
  await expect.poll(() => rows.elements().length).toBe(1);
  await expect.element(screen.getByText('1 piece found')).toBeVisible();
  app.store.setState({ sought: 'nocturne' });
  await expect.element(screen.getByText('None found')).toBeVisible();
  app.store.setState({ pieces: pieces.slice(0, 12) });
  await expect.element(find).not.toBeInTheDocument();
  await expect.poll(() => rows.elements().length).toBe(12);
});

it('shows the piece under the pointer or the focus in the roll, without choosing it', async () => {
  const pieces = ['Bethena', 'Solace', 'Euphonic Sounds'].map((title) => makePiece(title));
  const { screen, app } = await renderPanel(<App />, {
    pieces,
    shown: { kind: 'piece', id: 'Bethena' },
  });
  const signs = screen.getByText(/^Looking at: /);
  const show = (title: string): Locator => screen.getByRole('button', { name: `Show ${title}` });
  const roll = screen.getByRole('slider', { name: /^Piano roll of / });

  await show('Solace').hover();
  await expect.element(signs).toHaveTextContent('Looking at: Solace');
  await expect.element(signs).toBeVisible();
  await expect.poll(() => screen.container.querySelectorAll('[inert] canvas').length).toBe(2);
  // To assistive technology there is one roll, and the transport keeps its title.
  await expect.element(roll).toHaveAccessibleName(/^Piano roll of Bethena/);
  await userEvent.keyboard('{Escape}');
  await expect.element(signs).not.toBeInTheDocument();

  await show('Euphonic Sounds').hover();
  await expect.element(signs).toHaveTextContent('Looking at: Euphonic Sounds');
  await screen.getByRole('heading', { name: 'Compose' }).hover();
  await expect.element(signs).not.toBeInTheDocument();

  screen.getByRole('checkbox', { name: 'Include Bethena' }).element().focus();
  await userEvent.keyboard('{Tab}');
  while (!show('Solace').element().matches(':focus')) await userEvent.keyboard('{Tab}');
  await expect.element(signs).toHaveTextContent('Looking at: Solace');
  expect(app.calls).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(app.calls).toEqual([['show', { kind: 'piece', id: 'Solace' }]]);
  app.store.setState({ shown: { kind: 'piece', id: 'Solace' } });
  await expect.element(signs).not.toBeInTheDocument();
  await expect.element(roll).toHaveAccessibleName(/^Piano roll of Solace/);
});

it('makes the rows of a large library a few at a time', async () => {
  const { screen, app } = await renderPanel(<LibraryPanel />, { pieces: [makePiece('First')] });
  const list = screen.getByRole('list', { name: 'Pieces', exact: true }).element();
  const made: number[] = [];
  const observer = new MutationObserver((records) => {
    made.push(records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0));
  });
  observer.observe(list, { childList: true });
  app.store.setState({
    pieces: Array.from({ length: 400 }, (_, i) => makePiece(`Piece ${i}`)),
  });
  // The last row says how many more there are.
  await expect.poll(() => list.children.length, { timeout: 60_000 }).toBe(300 + 1);
  observer.disconnect();
  expect(Math.max(...made)).toBeLessThanOrEqual(60 + 1);
});
