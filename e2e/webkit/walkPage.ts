/** The app in WebKit: controls are found by the name that the browser tells a screen reader. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ElementReference, WebDriver } from './webDriver';

type Tag = 'button' | 'select' | 'input';

/** A busy machine takes long to draw. */
const PATIENCE_MS = 120_000;
const INTERVAL_MS = 100;
/**
 * When a run begins, WebKit tells the roll its height without the strip of the run, and in the next
 * frame its height with it: no size is lost.
 */
const HARMLESS = /^ResizeObserver loop completed/;

export class WalkPage {
  readonly driver: WebDriver;

  constructor(driver: WebDriver) {
    this.driver = driver;
  }

  /** Opens the app, and notes from then on what it complains of. */
  async open(address: string): Promise<void> {
    await this.driver.goTo(address);
    await this.driver.run(noteComplaints);
  }

  async reload(): Promise<void> {
    await this.driver.reload();
    await this.driver.run(noteComplaints);
  }

  /** Errors and warnings in the console and what nobody caught, over all loads. */
  async complaints(): Promise<string[]> {
    const noted: string[] = await this.driver.run(() =>
      JSON.parse(sessionStorage.getItem('complaints') ?? '[]'),
    );
    return noted.filter((text) => !HARMLESS.test(text));
  }

  /** Presses a button once there is one that can be pressed. */
  async press(name: string): Promise<void> {
    const button = await this.#soon('button', name);
    await this.driver.click(button);
  }

  async fill(name: string, value: number): Promise<void> {
    await this.driver.fill(await this.#soon('input', name), String(value));
  }

  /** Chooses by the text of the option. */
  async choose(name: string, option: string): Promise<void> {
    const select = await this.#soon('select', name);
    const [found] = await this.driver.find(
      (list, text) =>
        list instanceof HTMLSelectElement
          ? [...list.options].filter((each) => each.textContent === text)
          : [],
      select,
      option,
    );
    if (!found) throw new Error(`"${name}" has no "${option}".`);
    await this.driver.click(found);
  }

  /** Opens the disclosures of this title. A click may miss one that moves. */
  async unfold(title: string): Promise<void> {
    const closed = (): ReturnType<typeof this.driver.find> =>
      this.driver.find(
        (text) =>
          [...document.querySelectorAll('details:not([open]) > summary')].filter(
            (each) => each.checkVisibility() && each.textContent?.trim() === text,
          ),
        title,
      );
    for (let [summary] = await closed(); summary; [summary] = await closed()) {
      await this.driver.click(summary);
    }
  }

  /** Whether there is a button of this name that can be pressed. */
  async hasButton(name: string): Promise<boolean> {
    return (await this.#look('button', name)) !== undefined;
  }

  /** Texts of the rows of a list. */
  rows(list: string): Promise<string[]> {
    return this.driver.run(
      (name) =>
        [...document.querySelectorAll(`ul[aria-label="${name}"] > li`)].map(
          ({ textContent }) => textContent ?? '',
        ),
      list,
    );
  }

  /** Text of what has this label; empty while it is not there. */
  text(label: string): Promise<string> {
    return this.driver.run(
      (name) => document.querySelector(`[aria-label="${name}"]`)?.textContent ?? '',
      label,
    );
  }

  /** An attribute of what has a label that begins with these words; empty while it is not there. */
  attribute(label: string, attribute: string): Promise<string> {
    return this.driver.run(
      (words, name) => document.querySelector(`[aria-label^="${words}"]`)?.getAttribute(name) ?? '',
      label,
      attribute,
    );
  }

  async #soon(tag: Tag, name: string): Promise<ElementReference> {
    const limit = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await this.#look(tag, name);
      if (found) return found;
      if (performance.now() > limit) throw new Error(`There is no ${tag} "${name}".`);
      await sleep(INTERVAL_MS);
    }
  }

  async #look(tag: Tag, name: string): Promise<ElementReference | undefined> {
    const candidates = await this.driver.find(
      (selector, words) =>
        [...document.querySelectorAll(selector)].filter((element) => {
          const labels =
            element instanceof HTMLInputElement || element instanceof HTMLSelectElement
              ? [...(element.labels ?? [])]
              : [];
          const texts = [element, ...labels].map(({ textContent }) => textContent ?? '');
          return (
            element.checkVisibility() &&
            !element.matches(':disabled') &&
            [element.ariaLabel ?? '', ...texts].some((text) => text.includes(words))
          );
        }),
      tag,
      name,
    );
    for (const candidate of candidates) {
      if ((await this.driver.label(candidate)) === name) return candidate;
    }
    return undefined;
  }
}

/** In the page: WebDriver tells nothing of the console. */
function noteComplaints(): void {
  const note = (words: unknown): void => {
    const noted = JSON.parse(sessionStorage.getItem('complaints') ?? '[]');
    sessionStorage.setItem('complaints', JSON.stringify([...noted, String(words)]));
  };
  for (const level of ['error', 'warn'] as const) {
    const write = console[level];
    console[level] = (...words: unknown[]) => {
      note(words.join(' '));
      write(...words);
    };
  }
  window.addEventListener('error', ({ message }) => note(message));
  window.addEventListener('unhandledrejection', ({ reason }) => note(reason));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    note(`${violatedDirective}: ${blockedURI}`),
  );
}
