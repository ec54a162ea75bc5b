/** Step 1: files in, pieces and reasons out. */
import { expect, type Locator, type Page } from 'playwright/test';
import type { TestFile } from '../support/midiFiles';

export class LibraryPanel {
  readonly addFiles: Locator;
  readonly loadSamples: Locator;
  readonly pieces: Locator;
  readonly notAdded: Locator;
  readonly progress: Locator;
  readonly includeAll: Locator;
  readonly removeAll: Locator;
  readonly find: Locator;

  constructor(readonly page: Page) {
    const panel = page.getByRole('region', { name: 'Library' });
    this.addFiles = panel.getByLabel('Add MIDI files');
    this.loadSamples = panel.getByRole('button', { name: 'Load the sample library' });
    this.pieces = panel.getByRole('list', { name: 'Pieces' }).getByRole('listitem');
    this.notAdded = panel.getByRole('list', { name: 'Files not added' }).getByRole('listitem');
    this.progress = panel.getByRole('progressbar', { name: 'Import progress' });
    this.includeAll = panel.getByRole('checkbox', { name: 'Include all pieces' });
    this.removeAll = panel.getByRole('button', { name: 'Remove all pieces' });
    this.find = panel.getByRole('searchbox', { name: 'Find a piece' });
  }

  piece(title: string): Locator {
    const show = this.page.getByRole('button', { name: `Show ${title}`, exact: true });
    return this.pieces.filter({ has: show });
  }

  show(title: string): Locator {
    return this.piece(title).getByRole('button', { name: `Show ${title}`, exact: true });
  }

  include(title: string): Locator {
    return this.piece(title).getByRole('checkbox', { name: `Include ${title}`, exact: true });
  }

  play(title: string): Locator {
    return this.piece(title).getByRole('button', { name: `Play ${title}`, exact: true });
  }

  remove(title: string): Locator {
    return this.piece(title).getByRole('button', { name: `Remove ${title}`, exact: true });
  }

  /** What is learnt of a piece of several parts, once they are folded out. */
  learnFrom(title: string): Locator {
    return this.piece(title).getByRole('combobox', { name: `Learn from ${title}` });
  }

  /** The line of "Files not added" that speaks of this file. */
  reasonFor(fileName: string): Locator {
    return this.notAdded.filter({ hasText: fileName });
  }

  /** "Files not added", line by line: `shopping list.mid: This is a text file, ...`. */
  reasons(): Promise<string[]> {
    return this.notAdded.evaluateAll((lines) =>
      lines.map(({ children }) => [...children].map((part) => part.textContent).join(': ')),
    );
  }

  async choose(files: readonly TestFile[]): Promise<void> {
    await this.addFiles.setInputFiles(
      files.map(({ name, bytes }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })),
    );
  }

  /** Drags files over the window and lets go, with the events that a person's drop makes. */
  async drop(files: readonly TestFile[]): Promise<void> {
    const plain = files.map(({ name, bytes, copies }) => ({
      name,
      copies,
      base64: Buffer.from(bytes).toString('base64'),
    }));
    const transfer = await this.page.evaluateHandle((dropped) => {
      const data = new DataTransfer();
      for (const { name, base64, copies } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const content = new Blob([bytes]);
        if (copies === undefined) data.items.add(new File([content], name));
        for (let i = 1; i <= (copies ?? 0); i++) {
          data.items.add(new File([content], `${i} ${name}`));
        }
      }
      return data;
    }, plain);
    const main = this.page.getByRole('main');
    const overlay = this.page.getByText('Let go to add them to the library');
    await main.dispatchEvent('dragenter', { dataTransfer: transfer });
    await main.dispatchEvent('dragover', { dataTransfer: transfer });
    await expect(overlay).toBeVisible();
    await main.dispatchEvent('drop', { dataTransfer: transfer });
    await expect(overlay).toBeHidden();
    await transfer.dispose();
  }

  /** Waits until the import has ended. */
  async settled(): Promise<void> {
    await expect(this.progress).toBeHidden({ timeout: 120_000 });
  }
}
