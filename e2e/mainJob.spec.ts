/** The main job: drop, train, generate, play, download. Once on each engine. */
import { Midi } from '@tonejs/midi/dist/Midi.js';
import type { AppPage, Backend } from './pages/app';
import { expect, test } from './support/fixtures';
import { lowerDown, shoppingList, upAndDown } from './support/midiFiles';
import { setUpRun } from './support/steps';

const engineName: Record<Backend, RegExp> = { webgl: /^WebGL/, wasm: /^WASM/, cpu: /^CPU/ };
const STEPS: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

async function dropPieces({ library }: AppPage): Promise<void> {
  await library.drop([upAndDown, shoppingList, lowerDown]);
  await library.settled();
  await expect(library.pieces).toHaveCount(2);
  await expect(library.piece('Up and down')).toContainText('64 notes');
  await expect(library.piece('Lower down')).toContainText('48 notes');
  await expect(library.notAdded).toHaveCount(1);
  await expect(library.reasonFor('shopping list.mid')).toContainText(
    'This is a text file, not MIDI, whatever its name says.',
  );
}

async function trainAndWatch(app: AppPage, backend: Backend): Promise<void> {
  const { training, header } = app;
  await setUpRun(app);
  await expect(training.train).toBeEnabled();
  await training.train.click();
  await training.finished();
  const epochs = await training.epochs();
  expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  expect(epochs[2].trainingLoss).toBeLessThan(epochs[0].trainingLoss);
  for (const { trainingLoss, validationLoss } of epochs) {
    expect(trainingLoss).toBeGreaterThan(0);
    expect(validationLoss).toBeGreaterThan(0);
  }
  await expect(header.engine).toHaveText(engineName[backend]);
}

/** "61, bar 1.2." for each note of a file in 4/4, as another reader finds them. */
function wordsOf(midi: Midi): string[] {
  const { ppq } = midi.header;
  return midi.tracks
    .flatMap(({ notes }) => notes)
    .sort((a, b) => a.ticks - b.ticks)
    .map(({ ticks, midi: pitch }) => {
      const beat = Math.floor(ticks / ppq);
      return `${pitch}, bar ${Math.floor(beat / 4) + 1}.${(beat % 4) + 1}.`;
    });
}

/** "C♯4, bar 1.2. Probability ..." with the MIDI number of its note, up to its place. */
function placeInNumbers(words: string): string {
  const [, step = '', signs = '', octave = '', place = ''] =
    /^([A-G])([♯♭]*)(-?\d+), (bar \d+\.\d+\.)/.exec(words) ?? [];
  const alter = [...signs].reduce((sum, sign) => sum + (sign === '♯' ? 1 : -1), 0);
  return `${STEPS[step] + alter + 12 * (Number(octave) + 1)}, ${place}`;
}

async function composeAndCompare({ compose, stage }: AppPage): Promise<void> {
  // Half a beat each: the take is not over before it is paused.
  const length = 48;
  await compose.composeTake({ length, seed: 7 });
  const label = await stage.label();
  expect(label).toMatchObject({ title: 'Take 1', notes: length, bars: length / 8 });

  const saved = await stage.save();
  expect(saved.name).toMatch(/^Etude \d{4}-\d\d-\d\d take 1\.mid$/);
  const midi = new Midi(saved.bytes);
  const notes = midi.tracks.flatMap((track) => track.notes);
  expect(notes).toHaveLength(length);
  // A generated note lasts half a beat, and the take continues without a gap.
  for (const [i, { ticks, durationTicks }] of notes.entries()) {
    expect({ ticks, durationTicks }).toEqual({
      ticks: (i * midi.header.ppq) / 2,
      durationTicks: midi.header.ppq / 2,
    });
  }
  expect(midi.header.tempos.map(({ bpm }) => bpm)).toEqual([120]);

  const shown = await stage.notesInWords(length);
  expect(shown.map(placeInNumbers)).toEqual(wordsOf(midi));
  for (const words of shown)
    expect(words).toMatch(/Probability \S+ ?%\. Likeliest: (\S+ \S+ ?%(, |\.)){8}/);

  await compose.composeTake({ length, seed: 7 });
  const again = await stage.save();
  expect(notesIn(again.bytes), 'the same seed gives the same notes').toEqual(notesIn(saved.bytes));
  await compose.composeTake({ length, seed: 8 });
  const other = await stage.save();
  expect(notesIn(other.bytes), 'another seed gives others').not.toEqual(notesIn(saved.bytes));
}

function notesIn(bytes: Uint8Array): string[] {
  return new Midi(bytes).tracks
    .flatMap(({ notes }) => notes)
    .map(({ ticks, durationTicks, midi, velocity }) =>
      [ticks, durationTicks, midi, velocity].join(' '),
    );
}

async function playAndStop({ stage }: AppPage): Promise<void> {
  expect(await stage.seconds()).toBe(0);
  await stage.play.click();
  await expect(stage.pause).toBeVisible();
  await expect.poll(() => stage.seconds()).toBeGreaterThanOrEqual(2);
  await stage.pause.click();
  await expect(stage.play).toBeVisible();
  // On a busy machine sound may lag behind the clock; the counter then goes back a little.
  expect(await stage.seconds()).toBeGreaterThanOrEqual(1);
  await stage.play.click();
  await expect.poll(() => stage.seconds()).toBeGreaterThanOrEqual(3);
  await stage.stop.click();
  await expect(stage.play).toBeVisible();
  await expect.poll(() => stage.seconds()).toBe(0);
}

function hasWebgl({ page }: AppPage): Promise<boolean> {
  return page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2') !== null);
}

for (const backend of ['webgl', 'wasm'] as const) {
  test(`the main job on ${backend}`, async ({ app, browserName }) => {
    // Compiling shaders for WebGL in software takes a busy machine a minute and more.
    test.slow(backend === 'webgl');
    await app.open(backend);
    if (backend === 'webgl' && browserName === 'firefox') {
      test.skip(!(await hasWebgl(app)), 'This Firefox has no WebGL 2 without a window.');
    }
    await dropPieces(app);
    await trainAndWatch(app, backend);
    await composeAndCompare(app);
    await playAndStop(app);
  });
}
