/** The header: name, engine, keys, theme. */
import type { Locator, Page } from 'playwright/test';

export class Header {
  readonly engine: Locator;
  readonly engineDetails: Locator;
  readonly theme: Locator;

  constructor(page: Page) {
    const header = page.getByRole('banner');
    this.engine = header.getByRole('status', { name: 'Engine' });
    this.engineDetails = header.getByRole('button', { name: 'Engine details' });
    this.theme = header.getByRole('button', { name: /^Use the (light|dark) theme$/ });
  }
}
