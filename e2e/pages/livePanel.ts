/** The recorder and the devices over the roll. */
import type { Locator, Page } from 'playwright/test';

export class LivePanel {
  readonly open: Locator;
  readonly playAlong: Locator;
  readonly region: Locator;
  readonly tempo: Locator;
  readonly answers: Locator;
  readonly record: Locator;
  readonly stop: Locator;
  readonly close: Locator;
  readonly status: Locator;
  readonly connect: Locator;
  readonly sound: Locator;

  constructor(readonly page: Page) {
    this.open = page.getByRole('button', { name: 'Play the opening' });
    this.playAlong = page.getByRole('button', { name: 'Play along and MIDI' });
    this.region = page.getByRole('region', { name: 'Keys and MIDI devices' });
    this.tempo = this.region.getByRole('spinbutton', { name: 'Beats a minute' });
    this.answers = this.region.getByRole('checkbox', { name: 'Etude answers' });
    this.record = this.region.getByRole('button', { name: 'Record', exact: true });
    this.stop = this.region.getByRole('button', { name: 'Stop and keep' });
    this.close = this.region.getByRole('button', { name: 'Close the recorder' });
    this.status = this.region.getByRole('status', { name: 'Recorder' });
    this.connect = this.region.getByRole('button', { name: 'Connect MIDI devices' });
    this.sound = this.region.getByRole('combobox', { name: 'Sound' });
  }

  /** Strikes a key of the computer and lets it go. @param hold milliseconds */
  async strike(key: string, hold: number): Promise<void> {
    await this.page.keyboard.down(key);
    await this.page.waitForTimeout(hold);
    await this.page.keyboard.up(key);
  }
}
