/**
 * Differences between the WebDriver BiDi that Playwright speaks and that of an older stock Firefox:
 * downloads that have no name, and a command for the colours of pages that it does not know.
 */

const COLORS = 'emulation.setMediaFeaturesOverride';

const DOWNLOAD_EVENTS: readonly string[] = [
  'browsingContext.downloadWillBegin',
  'browsingContext.downloadEnd',
];

/** Values of the preference `layout.css.prefers-color-scheme.content-override`. */
const SCHEMES: Readonly<Record<string, number>> = { dark: 0, light: 1 };
const SYSTEM_SCHEME = 2;

/** First id of our own commands; Playwright counts from 1. */
const OWN_IDS = 2 ** 40;

/** Fields of a message that are read; the protocol has more. */
interface Message {
  type?: string;
  id?: number | null;
  method?: string;
  error?: string;
  params?: {
    download?: string | null;
    navigation?: string | null;
    url?: string;
    features?: Record<string, string | null>;
  };
  result?: { contexts?: { context: string }[] };
}

/** Hands the messages of one connection on, and changes the few that would not be understood. */
export class BidiGaps {
  /** Commands for colours that Firefox has not answered yet, by id, with the scheme. */
  readonly #colors = new Map<number, string>();
  /** Answers to our own commands. */
  readonly #own = new Map<number, (answer: Message) => void>();
  #nextId = OWN_IDS;

  constructor(
    readonly sendToFirefox: (text: string) => void,
    readonly sendToPlaywright: (text: string) => void,
  ) {}

  fromPlaywright(text: string): void {
    if (text.includes(COLORS)) {
      const { id, method, params }: Message = JSON.parse(text);
      if (method === COLORS && typeof id === 'number') {
        this.#colors.set(id, params?.features?.['prefers-color-scheme'] ?? '');
      }
    }
    this.sendToFirefox(text);
  }

  fromFirefox(text: string): void {
    if (this.#own.size > 0 || this.#colors.size > 0) {
      const message: Message = JSON.parse(text);
      if (typeof message.id === 'number' && this.#takes(message.id, message)) return;
    }
    if (DOWNLOAD_EVENTS.some((method) => text.includes(method))) {
      const event: Message = JSON.parse(text);
      if (event.params && DOWNLOAD_EVENTS.includes(event.method ?? '')) {
        event.params.download ??= event.params.navigation ?? event.params.url;
        this.sendToPlaywright(JSON.stringify(event));
        return;
      }
    }
    this.sendToPlaywright(text);
  }

  /** @returns whether the answer is not for Playwright */
  #takes(id: number, message: Message): boolean {
    const own = this.#own.get(id);
    this.#own.delete(id);
    own?.(message);
    const scheme = this.#colors.get(id);
    this.#colors.delete(id);
    if (scheme === undefined || message.error !== 'unknown command') return own !== undefined;
    this.#setColors(scheme, () => {
      this.sendToPlaywright(JSON.stringify({ type: 'success', id, result: {} }));
    });
    return true;
  }

  /** Sets the colours of all pages, by a preference; where that is not allowed they stay. */
  #setColors(scheme: string, done: () => void): void {
    this.#command('browsingContext.getTree', { 'moz:scope': 'chrome' }, ({ result }) => {
      const context = result?.contexts?.[0]?.context;
      if (context === undefined) {
        done();
        return;
      }
      const name = 'layout.css.prefers-color-scheme.content-override';
      const expression = `Services.prefs.setIntPref('${name}', ${SCHEMES[scheme] ?? SYSTEM_SCHEME})`;
      this.#command(
        'script.evaluate',
        { expression, target: { context }, awaitPromise: false },
        done,
      );
    });
  }

  #command(method: string, params: object, answered: (answer: Message) => void): void {
    const id = this.#nextId++;
    this.#own.set(id, answered);
    this.sendToFirefox(JSON.stringify({ id, method, params }));
  }
}
