/** The piano roll and the transport. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';

/** The roll's content by its accessible name. */
export interface RollLabel {
  title: string;
  notes: number;
  bars: number;
  /** Spelled as the roll spells it, `C♯4`. */
  lowest: string;
  highest: string;
}

export interface SavedFile {
  name: string;
  bytes: Buffer;
}

export class Stage {
  readonly roll: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly stop: Locator;
  readonly loop: Locator;
  readonly position: Locator;
  readonly tempo: Locator;
  readonly download: Locator;
  readonly downloadScore: Locator;
  /** The score in place of the roll. */
  readonly score: Locator;
  readonly downloadAudio: Locator;
  readonly cancelAudio: Locator;
  readonly copyLink: Locator;
  /** The letters over the roll. */
  readonly form: Locator;
  readonly again: Locator;
  /** Below the roll while a run goes on. */
  readonly attempts: Locator;
  readonly listenAsItLearns: Locator;
  readonly followRun: Locator;
  readonly #noteInWords: Locator;

  constructor(readonly page: Page) {
    const stage = page.getByRole('region', { name: 'Piano roll and transport' });
    this.roll = stage.getByRole('slider', { name: /^Piano roll/ });
    this.play = stage.getByRole('button', { name: 'Play', exact: true });
    this.pause = stage.getByRole('button', { name: 'Pause', exact: true });
    this.stop = stage.getByRole('button', { name: 'Stop playback' });
    this.loop = stage.getByRole('button', { name: 'Loop' });
    this.position = stage.getByRole('timer', { name: 'Position' });
    this.tempo = stage.getByRole('slider', { name: 'Tempo' });
    this.form = stage.getByRole('toolbar', { name: 'Form' }).getByRole('button');
    this.again = stage.getByRole('button', { name: 'Again from here', exact: true });
    this.downloadScore = stage.getByRole('button', { name: 'Download score' });
    this.score = stage.getByRole('button', { name: 'Score', exact: true });
    this.downloadAudio = stage.getByRole('button', { name: 'Download audio' });
    this.cancelAudio = stage.getByRole('button', { name: 'Cancel audio' });
    this.copyLink = stage.getByRole('button', { name: 'Copy link' });
    this.download = stage.getByRole('button', { name: 'Download MIDI' });
    this.attempts = stage.getByRole('list', { name: 'Attempts' }).getByRole('button');
    this.listenAsItLearns = stage.getByRole('switch', { name: 'Listen as it learns' });
    this.followRun = stage.getByRole('button', { name: 'Follow the run' });
    this.#noteInWords = stage.getByText(/^[A-G][♯♭]*-?\d+, bar \d+\.\d+\./);
  }

  async label(): Promise<RollLabel> {
    const name = (await this.roll.getAttribute('aria-label')) ?? '';
    const read =
      /^Piano roll of (?<title>.*): (?<notes>[\d,]+) notes?, (?<bars>[\d,]+) bars?, (?<lowest>\S+)(?: to (?<highest>\S+))?$/.exec(
        name,
      )?.groups;
    if (!read) throw new Error(`The roll is called "${name}".`);
    return {
      title: read.title,
      notes: Number(read.notes.replaceAll(',', '')),
      bars: Number(read.bars.replaceAll(',', '')),
      lowest: read.lowest,
      highest: read.highest ?? read.lowest,
    };
  }

  /** Walks the roll note by note with the keyboard, as a screen reader would read it. */
  async notesInWords(count: number): Promise<string[]> {
    const words: string[] = [];
    await this.roll.focus();
    await this.roll.press('Home');
    for (let i = 0; i < count; i++) {
      await this.roll.press('.');
      words.push((await this.#noteInWords.textContent()) ?? '');
    }
    await this.roll.press('Escape');
    return words;
  }

  /** Seconds from the start, as the counter shows them. */
  async seconds(): Promise<number> {
    const clock = this.position.getByText(/^\d+:\d\d \/ \d+:\d\d$/);
    const text = (await clock.textContent()) ?? '';
    const read = /^(?<minutes>\d+):(?<seconds>\d\d) /.exec(text)?.groups;
    if (!read) throw new Error(`The counter shows "${text}".`);
    return 60 * Number(read.minutes) + Number(read.seconds);
  }

  async startAudio(format: 'WAV' | 'MP3'): Promise<void> {
    await this.downloadAudio.click();
    await this.page.getByRole('button', { name: format, exact: true }).click();
  }

  async saveAudio(format: 'WAV' | 'MP3'): Promise<SavedFile> {
    return this.#saved(() => this.startAudio(format));
  }

  scoreView(title: string): Locator {
    return this.page.getByRole('region', { name: `Score of ${title}`, exact: true });
  }

  async saveScore(): Promise<SavedFile> {
    return this.#saved(() => this.downloadScore.click());
  }

  async save(): Promise<SavedFile> {
    return this.#saved(() => this.download.click());
  }

  async #saved(start: () => Promise<void>): Promise<SavedFile> {
    const waiting = this.page.waitForEvent('download', { timeout: 120_000 });
    const [download] = await Promise.all([waiting, start()]);
    const name = download.suggestedFilename();
    const bytes = await readFile(await download.path());
    // Firefox would number the next one of that name.
    await download.delete();
    return { name, bytes };
  }
}
