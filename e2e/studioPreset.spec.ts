/** The Studio preset, from training to takes: heard while it learns, composed in fours, continued. */
import { Midi } from '@tonejs/midi/dist/Midi.js';
import type { AppPage } from './pages/app';
import type { SettingsToType } from './pages/trainingPanel';
import { expect, test } from './support/fixtures';
import { addPieces } from './support/steps';

/** Ticks of a bar of four quarters in a take's file. */
const BAR = 4 * 24;

/** A run of seconds on two small pieces, of which one is held out. */
const small: SettingsToType = {
  Epochs: 30,
  'Batch size': 4,
  'Learning rate': 0.01,
  'Sequence length': 16,
};

async function setUp(app: AppPage, settings: SettingsToType = {}): Promise<void> {
  await app.open('wasm');
  await addPieces(app);
  await app.training.preset.selectOption('Studio, small');
  await app.training.type({ ...small, ...settings });
}

async function trained(app: AppPage): Promise<void> {
  await setUp(app);
  await app.training.train.click();
  await app.training.finished();
}

interface SavedNote {
  tick: number;
  duration: number;
  pitch: number;
}

/** The notes of a take's file, by onset, as another reader finds them. */
async function savedNotes({ compose, stage }: AppPage, title: string): Promise<SavedNote[]> {
  await compose.show(title).click();
  await expect(compose.show(title)).toHaveAttribute('aria-current', 'true');
  const { name, bytes } = await stage.save();
  const number = title.replace('Take ', '');
  expect(name).toMatch(new RegExp(`^Etude \\d{4}-\\d\\d-\\d\\d take ${number}( \\(.+\\))?\\.mid$`));
  const midi = new Midi(bytes);
  expect(midi.header.ppq).toBe(24);
  return midi.tracks
    .flatMap(({ notes }) => notes)
    .map(({ ticks, durationTicks, midi: pitch }) => ({
      tick: ticks,
      duration: durationTicks,
      pitch,
    }))
    .sort((a, b) => a.tick - b.tick || a.pitch - b.pitch);
}

/** Every take ends within the last bar that was asked for, and nothing sounds past it. */
function expectEnding(notes: readonly SavedNote[], bars: number): void {
  const end = bars * BAR;
  const last = Math.max(...notes.map(({ tick }) => tick));
  expect(last).toBeGreaterThanOrEqual(end - BAR);
  for (const { tick, duration } of notes) expect(tick + duration).toBeLessThanOrEqual(end);
}

test('four takes at once: to their key, to the last bar, with a word on copying', async ({
  app,
}) => {
  await trained(app);
  const { compose } = app;
  await compose.openAdvanced();
  await expect(compose.takesAtOnce).toHaveValue('4');
  await compose.composeTake({ length: 6, seed: 11 });
  const titles = await compose.titles();
  expect(titles.toSorted()).toEqual(['Take 1', 'Take 2', 'Take 3', 'Take 4']);
  // The best-ranked take stands first, is shown, and says why.
  await expect(compose.show(titles[0])).toHaveAttribute('aria-current', 'true');
  await expect(compose.take(titles[0])).toContainText(/Best of 4: .*, \d+ % in key\./);
  const anyKey = new Set<number>();
  for (const [i, title] of titles.toSorted().entries()) {
    const take = compose.take(title);
    await compose.show(title).click();
    await expect(take).toContainText(`seed ${11 + i}`);
    await expect(take).toContainText(
      /(Longest run shared with a piece it learnt from: \d+ notes? \((Up and down|Lower down), bar \d+\)|It shares no run of notes with the pieces it learnt from)\. (Pieces it never saw share up to \d+|There is no unseen piece to compare with)\./,
    );
    const notes = await savedNotes(app, title);
    expectEnding(notes, 6);
    for (const { pitch } of notes) anyKey.add(pitch % 12);
  }

  await compose.key.selectOption('F♯ pentatonic');
  await compose.composeTake({ seed: 11 });
  const blackKeys = [1, 3, 6, 8, 10];
  for (const title of ['Take 5', 'Take 6', 'Take 7', 'Take 8']) {
    const notes = await savedNotes(app, title);
    expect(notes.map(({ pitch }) => pitch % 12).filter((pc) => !blackKeys.includes(pc))).toEqual(
      [],
    );
    expectEnding(notes, 6);
  }
  // Without the constraint it plays other pitch classes.
  expect([...anyKey].some((pitchClass) => !blackKeys.includes(pitchClass))).toBe(true);
});

test('takes grow together as one batch, and can be played before they are finished', async ({
  app,
}) => {
  await trained(app);
  const { compose, stage } = app;
  // Longer than the test takes on any machine.
  await compose.length.fill('5000');
  await compose.generate.click();
  await expect(compose.takes).toHaveCount(4);
  for (const title of await compose.titles()) {
    await expect(compose.take(title)).toContainText(/composing, \d+ %/);
  }
  // The first one is shown, and the roll fills.
  const notes = async (): Promise<number> => (await stage.label()).notes;
  expect((await stage.label()).title).toBe('Take 1');
  const before = await notes();
  await expect.poll(notes).toBeGreaterThan(before);
  await stage.play.click();
  await expect(stage.pause).toBeVisible();
  await expect.poll(() => stage.seconds()).toBeGreaterThanOrEqual(1);
  await expect(compose.cancel).toBeEnabled();
  const heard = await notes();
  await expect.poll(notes).toBeGreaterThan(heard);
  await stage.stop.click();

  await compose.cancel.click();
  await expect(compose.takes).toHaveCount(0);
  await compose.composeTake({ length: 2, seed: 1 });
  expect(await compose.titles()).toHaveLength(4);
});

test('a take is continued from the playhead, and nothing is added before it', async ({ app }) => {
  await trained(app);
  const { compose, stage } = app;
  await compose.openAdvanced();
  await compose.takesAtOnce.selectOption('1');
  await compose.composeTake({ length: 6, seed: 5 });
  const original = await savedNotes(app, 'Take 1');
  // A bar and a beat into it, wherever its notes lie.
  await stage.roll.press('Home');
  await stage.roll.press('Shift+ArrowRight');
  await stage.roll.press('Shift+ArrowRight');
  await stage.roll.press('ArrowRight');
  const point = 2 * BAR + 24;
  await compose.length.fill('4');
  await compose.seed.fill('99');
  await compose.continueTake('Take 1');
  await expect(compose.takes).toHaveCount(2, { timeout: 60_000 });
  await compose.composed();
  const continued = await savedNotes(app, 'Take 2');
  const kept = original.filter(({ tick }) => tick < point);
  expect(kept.length).toBeGreaterThan(0);
  // A take counts from the bar line before its first note.
  const shift = kept[0].tick - (kept[0].tick % BAR);
  expect(continued.slice(0, kept.length).map(({ tick, pitch }) => [tick, pitch])).toEqual(
    kept.map(({ tick, pitch }) => [tick - shift, pitch]),
  );
  const added = continued.slice(kept.length);
  expect(Math.min(...added.map(({ tick }) => tick))).toBeGreaterThanOrEqual(point - shift);
  // Four bars from the next bar line on.
  expectEnding(continued, 3 + 4 - shift / BAR);
  await expect(compose.take('Take 2')).toContainText('continues Take 1 from bar 3.2');
});

test('a take shows its form as letters, which mark their bars and move the playhead', async ({
  app,
}) => {
  await trained(app);
  const { compose, stage } = app;
  await compose.openAdvanced();
  await compose.takesAtOnce.selectOption('1');
  // One of the two pieces is held out.
  const choice = (await compose.form.getByRole('option', { name: /^As in / }).textContent()) ?? '';
  await compose.form.selectOption(choice);
  await compose.composeTake({ length: 8, seed: 3 });
  const piece = choice.replace('As in ', '');
  await expect(compose.take('Take 1')).toContainText(/Form A \S+ · /);
  await expect(compose.take('Take 1')).toContainText(`· after ${piece}`);
  await expect(stage.form).toHaveCount(2);
  const second = stage.form.nth(1);
  await expect(second).toHaveAccessibleName(/^[A-Z]( varied)?, bars 5 to 8$/);
  await second.click();
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  await expect(second).toHaveAttribute('aria-current', 'true');
  await expect(stage.roll).toHaveAttribute('aria-valuetext', 'bar 5.1');
  // A piece has no letters.
  await app.library.show(piece).click();
  await expect(stage.form).toHaveCount(0);
});

test('marked bars are composed again, the others stay, and undo restores the take', async ({
  app,
}) => {
  await trained(app);
  const { compose, stage } = app;
  await compose.openAdvanced();
  await compose.takesAtOnce.selectOption('1');
  await compose.composeTake({ length: 6, seed: 5 });
  const original = await savedNotes(app, 'Take 1');
  await stage.roll.press('Home');
  await stage.roll.press('Shift+ArrowRight');
  await stage.roll.press('Shift+ArrowRight');
  await stage.roll.press('m');
  await stage.roll.press('m');
  await expect(stage.page.getByText('Marked: bars 3 to 4', { exact: true })).toBeVisible();
  await stage.again.click();
  const undo = app.notices.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  await expect(compose.take('Take 1')).toContainText('Composed bars 3 to 4 again');

  const again = await savedNotes(app, 'Take 1');
  const struck = (notes: readonly SavedNote[], inside: boolean): number[][] =>
    notes
      .filter(({ tick }) => (tick >= 2 * BAR && tick < 4 * BAR) === inside)
      .map(({ tick, pitch }) => [tick, pitch]);
  expect(struck(again, false)).toEqual(struck(original, false));
  expect(struck(again, true)).not.toEqual(struck(original, true));

  // By the keyboard: the notice may have gone by now.
  await stage.page.keyboard.press('Control+z');
  await expect(compose.take('Take 1')).not.toContainText('again');
  expect(await savedNotes(app, 'Take 1')).toEqual(original);
});

test('snippets of the run appear epoch by epoch and can be played', async ({ app }) => {
  // Many steps an epoch, so that the page does not draw thousands of epochs.
  await setUp(app, {
    Epochs: 9000,
    'Batch size': 1,
    'Learning rate': 0.00001,
    'Sequence length': 2,
  });
  const { library, training, stage } = app;
  // With nothing held out, early stopping cannot end the run during the test.
  await library.include('Lower down').uncheck();
  await training.train.click();
  // Marks of the first steps have a dot.
  const ofEpochs = training.snippets.filter({ hasText: /\d/ });
  await expect.poll(() => ofEpochs.count(), { timeout: 120_000 }).toBeGreaterThan(1);
  await expect(training.progress).toHaveAttribute('aria-valuetext', /^Epoch /);
  const [first, second] = await ofEpochs.allTextContents();
  expect(Number(second)).toBeGreaterThan(Number(first));
  for (const epoch of [second, first]) {
    const title = `Epoch ${epoch}`;
    const snippet = training.snippet(title);
    // Marks of a run of 9,000 epochs lie one on the other.
    await snippet.press('Enter');
    await expect(snippet).toHaveAttribute('aria-current', 'true');
    const shown = await stage.label();
    expect(shown.title).toBe(title);
    expect(shown.notes).toBeGreaterThan(0);
    await expect(stage.pause).toBeVisible();
    await expect.poll(() => stage.seconds()).toBeGreaterThanOrEqual(1);
    await stage.stop.click();
  }
  await training.stop.click();
  await training.finished();
});
