/**
 * WebDriver over fetch: the few commands that the walk needs. A client library would bring ten times
 * as much, and drivers of other browsers. Source: W3C, WebDriver, section 6.
 */

/** Key of an element's reference in messages (W3C, WebDriver, section 12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface ElementReference {
  [ELEMENT]: string;
}

export class WebDriver {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** @throws Error with the driver's words where it opens no browser */
  static async open(server: string, capabilities: object): Promise<WebDriver> {
    const { sessionId } = await send<{ sessionId: string }>('POST', `${server}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    return new WebDriver(`${server}/session/${sessionId}`);
  }

  goTo(url: string): Promise<void> {
    return this.#post('url', { url });
  }

  reload(): Promise<void> {
    return this.#post('refresh');
  }

  /** Runs a function in the page. It sees nothing but its arguments, which JSON can write. */
  run<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<R> {
    return this.#post('execute/sync', { script: `return (${work})(...arguments)`, args });
  }

  /** Elements that a function finds in the page. */
  find<A extends readonly unknown[]>(
    work: (...args: A) => Element[],
    ...args: A
  ): Promise<ElementReference[]> {
    return this.#post('execute/sync', { script: `return (${work})(...arguments)`, args });
  }

  /** Name that the browser tells assistive technology. */
  label(element: ElementReference): Promise<string> {
    return send('GET', `${this.#elementAddress(element)}/computedlabel`);
  }

  /** Scrolls it into the middle, where no bar covers it, and presses it as a pointer does. */
  async click(element: ElementReference): Promise<void> {
    await this.run(
      (target: unknown) => target instanceof Element && target.scrollIntoView({ block: 'center' }),
      element,
    );
    await send('POST', `${this.#elementAddress(element)}/click`, {});
  }

  /** Replaces the text of a field. */
  async fill(element: ElementReference, text: string): Promise<void> {
    const address = this.#elementAddress(element);
    await send('POST', `${address}/clear`, {});
    await send('POST', `${address}/value`, { text });
  }

  /** Size of the window, in pixels. */
  resize(width: number, height: number): Promise<void> {
    return this.#post('window/rect', { x: 0, y: 0, width, height });
  }

  async screenshot(): Promise<Buffer> {
    const base64: string = await send('GET', `${this.#session}/screenshot`);
    return Buffer.from(base64, 'base64');
  }

  /** Closes the browser. */
  close(): Promise<void> {
    return send('DELETE', this.#session);
  }

  #post<T>(command: string, body: object = {}): Promise<T> {
    return send('POST', `${this.#session}/${command}`, body);
  }

  #elementAddress(element: ElementReference): string {
    return `${this.#session}/element/${element[ELEMENT]}`;
  }
}

async function send<T>(method: string, address: string, body?: object): Promise<T> {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
