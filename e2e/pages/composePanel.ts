/** Step 3: settings of a take, Generate, and the takes. */
import { expect, type Locator, type Page } from 'playwright/test';

export interface TakeToCompose {
  /** In the model's unit. Default: the page's value. */
  length?: number;
  seed: number;
}

export class ComposePanel {
  readonly temperature: Locator;
  readonly length: Locator;
  readonly takesAtOnce: Locator;
  readonly seed: Locator;
  readonly lockSeed: Locator;
  readonly opening: Locator;
  readonly advanced: Locator;
  readonly downloadAll: Locator;
  readonly key: Locator;
  readonly form: Locator;
  readonly generate: Locator;
  readonly cancel: Locator;
  readonly progress: Locator;
  readonly takes: Locator;
  readonly error: Locator;

  constructor(readonly page: Page) {
    const panel = page.getByRole('region', { name: 'Compose' });
    this.temperature = panel.getByRole('slider', { name: 'Temperature', exact: true });
    this.length = panel.getByRole('spinbutton', { name: 'Length' });
    this.takesAtOnce = panel.getByRole('combobox', { name: 'Takes at once' });
    this.seed = panel.getByRole('spinbutton', { name: 'Random seed' });
    this.lockSeed = panel.getByRole('button', { name: 'Lock the seed' });
    this.opening = panel.getByRole('combobox', { name: 'Opening' });
    this.advanced = panel.locator('summary').filter({ hasText: 'Advanced' });
    this.downloadAll = panel.getByRole('button', { name: 'Download all' });
    this.key = panel.getByRole('combobox', { name: 'Key' });
    this.form = panel.getByRole('combobox', { name: 'Form' });
    this.generate = panel.getByRole('button', { name: 'Generate', exact: true });
    this.cancel = panel.getByRole('button', { name: 'Cancel generating' });
    this.progress = panel.getByRole('progressbar', { name: 'Generating progress' });
    this.takes = panel.getByRole('list', { name: 'Takes' }).getByRole('listitem');
    this.error = panel.getByRole('alert');
  }

  take(title: string): Locator {
    const show = this.page.getByRole('button', { name: `Show ${title}`, exact: true });
    return this.takes.filter({ has: show });
  }

  show(title: string): Locator {
    return this.take(title).getByRole('button', { name: `Show ${title}`, exact: true });
  }

  /** A button on the card of a take, such as "Play Take 1"; some are on the shown card only. */
  button(title: string, name: string): Locator {
    return this.take(title).getByRole('button', { name, exact: true });
  }

  /** Shows a take and removes it. */
  async removeTake(title: string): Promise<void> {
    await this.show(title).click();
    await this.button(title, `Remove ${title}`).click();
  }

  /** Continues the shown take at once, from the playhead. */
  async continueTake(title: string): Promise<void> {
    await this.button(title, `Continue ${title}`).click();
  }

  /** Opens "Advanced", which stays open. */
  async openAdvanced(): Promise<void> {
    await expect(async () => {
      if (!(await this.seed.isVisible())) await this.advanced.click();
      await expect(this.seed).toBeVisible({ timeout: 2_000 });
    }).toPass();
  }

  /** Presses Generate and waits for one more take, or for the number set in the form. */
  async composeTake({ length, seed }: TakeToCompose): Promise<void> {
    if (length !== undefined) await this.length.fill(String(length));
    await this.openAdvanced();
    await this.seed.fill(String(seed));
    const before = await this.takes.count();
    const asked = Number(await this.takesAtOnce.inputValue());
    await this.generate.click();
    await expect(this.takes).toHaveCount(before + asked, { timeout: 60_000 });
    await this.composed();
  }

  /** Waits until all takes are finished. */
  async composed(): Promise<void> {
    await expect(this.generate).toBeEnabled({ timeout: 60_000 });
    await expect(this.error).toBeHidden();
  }

  /** Titles of the takes as listed: the newest batch first, and in it the best take first. */
  async titles(): Promise<string[]> {
    const shows = this.takes.getByRole('button', { name: /^Show / });
    // Not innerText: a row out of sight has none until it is drawn.
    return shows.allTextContents();
  }
}
