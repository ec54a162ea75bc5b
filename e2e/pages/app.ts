/** The whole page, and the panels in it. Everything is found by role and accessible name. */
import type { Locator, Page } from 'playwright/test';
import { ComposePanel } from './composePanel';
import { Header } from './header';
import { LibraryPanel } from './libraryPanel';
import { Stage } from './stage';
import { TrainingPanel } from './trainingPanel';

export type Backend = 'webgl' | 'wasm' | 'cpu';

export class AppPage {
  readonly header: Header;
  readonly stage: Stage;
  readonly library: LibraryPanel;
  readonly training: TrainingPanel;
  readonly compose: ComposePanel;
  readonly notices: Locator;

  constructor(readonly page: Page) {
    this.header = new Header(page);
    this.stage = new Stage(page);
    this.library = new LibraryPanel(page);
    this.training = new TrainingPanel(page);
    this.compose = new ComposePanel(page);
    this.notices = page.getByRole('status', { name: 'Notices' });
  }

  /** @param backend the engine to force; without it Etude measures and picks */
  async open(backend?: Backend): Promise<void> {
    await this.page.goto(backend === undefined ? './' : `./?backend=${backend}`);
    await this.library.loadSamples.waitFor();
  }
}
