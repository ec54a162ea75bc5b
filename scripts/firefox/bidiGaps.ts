/**
 * Differences between the WebDriver BiDi that Playwright speaks and that of an older stock Firefox:
 * commands that the latter does not know, and downloads that it does not name.
 */

/** Commands that Playwright sends for every page, and that the tests can do without. */
const DISPENSABLE: readonly string[] = ['emulation.setMediaFeaturesOverride'];

const DOWNLOAD_EVENTS: readonly string[] = [
  'browsingContext.downloadWillBegin',
  'browsingContext.downloadEnd',
];

/** Fields of a message that are read; the protocol has more. */
interface Message {
  type?: string;
  id?: number | null;
  method?: string;
  error?: string;
  params?: { download?: string | null; navigation?: string | null; url?: string };
}

/** Hands the messages of one connection on, and changes the few that would not be understood. */
export class BidiGaps {
  readonly #dispensable = new Set<number>();

  /** @returns the message for Firefox */
  toFirefox(text: string): string {
    if (DISPENSABLE.some((method) => text.includes(method))) {
      const { id, method = '' }: Message = JSON.parse(text);
      if (typeof id === 'number' && DISPENSABLE.includes(method)) this.#dispensable.add(id);
    }
    return text;
  }

  /** @returns the message for Playwright: a dispensable command has succeeded, a download has a name */
  toPlaywright(text: string): string {
    if (this.#dispensable.size > 0 && text.includes('"unknown command"')) {
      const { id, error }: Message = JSON.parse(text);
      if (error === 'unknown command' && typeof id === 'number' && this.#dispensable.delete(id)) {
        return JSON.stringify({ type: 'success', id, result: {} });
      }
    }
    if (DOWNLOAD_EVENTS.some((method) => text.includes(method))) {
      const event: Message = JSON.parse(text);
      if (event.params && DOWNLOAD_EVENTS.includes(event.method ?? '')) {
        event.params.download ??= event.params.navigation ?? event.params.url;
        return JSON.stringify(event);
      }
    }
    return text;
  }
}
