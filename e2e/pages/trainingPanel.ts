/** Step 2: settings, the run, and its tables. */
import { expect, type Locator, type Page } from 'playwright/test';

/** Values to type, by the accessible name of the field. */
export type SettingsToType = Partial<
  Record<'Epochs' | 'Batch size' | 'Learning rate' | 'Sequence length' | 'Dropout', number | string>
>;

export interface EpochRow {
  epoch: number;
  trainingLoss: number;
  /** NaN where nothing is held out. */
  validationLoss: number;
}

export class TrainingPanel {
  readonly preset: Locator;
  readonly startFrom: Locator;
  readonly train: Locator;
  readonly trainOn: Locator;
  readonly startOver: Locator;
  readonly pause: Locator;
  readonly resume: Locator;
  readonly stop: Locator;
  readonly advanced: Locator;
  readonly progress: Locator;
  readonly lossCurve: Locator;
  readonly snippets: Locator;
  readonly epochLog: Locator;
  readonly earlierEpochs: Locator;
  readonly modelSummary: Locator;
  readonly dataSplit: Locator;
  readonly commonNotes: Locator;
  /** Rows of the list "Models", newest first. */
  readonly models: Locator;
  readonly error: Locator;

  constructor(readonly page: Page) {
    const panel = page.getByRole('region', { name: 'Training' });
    this.preset = panel.getByRole('combobox', { name: 'Preset' });
    this.startFrom = panel.getByRole('combobox', { name: 'Start from' });
    this.train = panel.getByRole('button', { name: 'Train', exact: true });
    this.trainOn = panel.getByRole('button', { name: 'Train on', exact: true });
    this.startOver = panel.getByRole('button', { name: 'Start over' });
    this.models = panel.getByRole('list', { name: 'Models' }).getByRole('listitem');
    this.pause = panel.getByRole('button', { name: 'Pause training' });
    this.resume = panel.getByRole('button', { name: 'Resume training' });
    this.stop = panel.getByRole('button', { name: 'Stop training' });
    this.advanced = panel.getByText('Advanced', { exact: true });
    this.progress = panel.getByRole('progressbar', { name: 'Training progress' });
    this.lossCurve = panel.getByRole('img', { name: 'Loss curve' });
    this.snippets = panel.getByRole('list', { name: 'Snippets' }).getByRole('button');
    this.epochLog = panel.getByRole('table', { name: 'Epoch log' });
    this.earlierEpochs = panel.getByRole('button', { name: /^Show [\d,]+ earlier epochs?$/ });
    this.modelSummary = panel.getByRole('table', { name: 'Model summary' });
    this.dataSplit = panel.getByRole('table', { name: 'Data split' });
    this.commonNotes = panel.getByRole('list', { name: 'Most common notes' });
    this.error = panel.getByRole('alert');
  }

  field(name: keyof SettingsToType): Locator {
    return this.page
      .getByRole('region', { name: 'Training' })
      .getByRole('spinbutton', { name, exact: true });
  }

  /**
   * Opens the disclosure that holds the fields. It moves when the figures of a new choice arrive, and
   * a click in that moment misses it: as a person would, this clicks again.
   */
  async openAdvanced(): Promise<void> {
    const field = this.field('Epochs');
    await expect(async () => {
      if (!(await field.isVisible())) await this.advanced.click();
      await expect(field).toBeVisible({ timeout: 2_000 });
    }).toPass();
  }

  async type(settings: SettingsToType): Promise<void> {
    await this.openAdvanced();
    for (const name of [
      'Epochs',
      'Batch size',
      'Learning rate',
      'Sequence length',
      'Dropout',
    ] as const) {
      const value = settings[name];
      if (value !== undefined) await this.field(name).fill(String(value));
    }
  }

  /** Text under the progress bar. */
  async status(): Promise<string> {
    return (await this.progress.getAttribute('aria-valuetext')) ?? '';
  }

  /** Steps taken in this run, as the progress bar tells them. */
  async stepsTaken(): Promise<number> {
    return Number(await this.progress.getAttribute('aria-valuenow'));
  }

  /**
   * The loss in the panel's heading: "loss 3.12" of the last step, or "loss on unseen music 2.45".
   * Empty before the first step.
   */
  async loss(): Promise<string> {
    const panel = this.page.getByRole('region', { name: 'Training' });
    const [loss = ''] = await panel.getByText(/^loss (on unseen music )?[\d.]+$/).allInnerTexts();
    return loss;
  }

  /** The mark of a snippet under the loss curve, such as "Epoch 3". */
  snippet(title: string): Locator {
    const snippets = this.page.getByRole('list', { name: 'Snippets' });
    return snippets.getByRole('button', { name: title, exact: true });
  }

  /** The row of a kept model. */
  model(title: string): Locator {
    return this.models.filter({ has: this.page.getByText(title, { exact: true }) });
  }

  /** Waits for the end of the run, stopped or not, and fails with its error if it failed. */
  async finished(): Promise<void> {
    const ended = /^(Done|Stopped|The run ended early)/;
    await expect(this.progress).toHaveAttribute('aria-valuetext', ended, { timeout: 400_000 });
    await expect(this.error).toBeHidden();
    await expect(this.progress).toHaveAttribute('aria-valuetext', /^(Done|Stopped)/);
  }

  /** Waits until at least this many steps of the run are taken. */
  async reachesStep(step: number): Promise<void> {
    await expect.poll(() => this.stepsTaken(), { timeout: 120_000 }).toBeGreaterThanOrEqual(step);
  }

  /** The epoch in the last row of the log. */
  lastEpoch(): Promise<number> {
    return this.epochLog.evaluate((table) =>
      Number(table.querySelector('tbody tr:last-child td')?.textContent ?? 0),
    );
  }

  /** The whole log, with the earlier rows, which a long one shows on request. */
  async epochs(): Promise<EpochRow[]> {
    const latest = await this.#rows();
    if (latest.length === 0 || latest[0].epoch === 1) return latest;
    // Within the page: the log of a run under way scrolls away from under the pointer.
    await this.earlierEpochs.evaluate((button: HTMLElement) => button.click());
    return this.#rows();
  }

  async #rows(): Promise<EpochRow[]> {
    const rows = (await cellsOf(this.epochLog)).slice(1);
    return rows.map(([epoch, training, validation]) => ({
      epoch: Number(epoch),
      trainingLoss: Number(training),
      validationLoss: Number(validation),
    }));
  }

  summary(): Promise<string[][]> {
    return cellsOf(this.modelSummary);
  }
}

/** Text of a table's rows, read at once, since a run adds rows. */
export async function cellsOf(table: Locator): Promise<string[][]> {
  return table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll<HTMLElement>('th, td')].map(({ innerText }) => innerText),
      ),
    );
}
