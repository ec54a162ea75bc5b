/**
 * The text of a key in the language in use. It works in the page, in workers and in Node. Texts
 * with parameters are ICU messages: `{title}`, `{count, number}`,
 * `{count, plural, one{# piece} other{# pieces}}`.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { TextKey, TextValues } from './catalogue';
import { currentCatalogue } from './language';
import { numberLocale } from './numberLocale';

type Arguments<Key extends TextKey> = keyof TextValues<Key> extends never
  ? []
  : [values: TextValues<Key>];

/** Parsed messages, by locale and text. */
const parsed = new Map<string, IntlMessageFormat>();

export function t<Key extends TextKey>(key: Key, ...[values]: Arguments<Key>): string {
  const text = textOf(key);
  if (!text.includes('{')) return text;
  const written: unknown = message(text).format(values);
  return String(written);
}

function textOf(key: TextKey): string {
  const [section, name] = key.split('.');
  const sections: Readonly<Record<string, Partial<Record<string, string>>>> = currentCatalogue();
  const text = sections[section]?.[name];
  if (text === undefined) throw new Error(`No text has the key "${key}".`);
  return text;
}

function message(text: string): IntlMessageFormat {
  const locale = numberLocale();
  const id = `${locale} ${text}`;
  const known = parsed.get(id);
  if (known) return known;
  // Texts hold no markup: "<" is a character like others.
  const made = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  parsed.set(id, made);
  return made;
}
