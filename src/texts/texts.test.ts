import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, describe, expect, it } from 'vitest';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { currentLanguage, onLanguageChange, setLanguage } from './language';
import { formatCount, formatFixed } from './numbers';
import { t } from './t';

afterEach(() => setLanguage('en'));

/** All texts of a catalogue, by key. */
function flat(catalogue: Record<string, Record<string, string>>): [string, string][] {
  return Object.entries(catalogue).flatMap(([section, texts]) =>
    Object.entries(texts).map(([name, text]): [string, string] => [`${section}.${name}`, text]),
  );
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

function elementsOf(text: string): Element[] {
  return new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
}

interface Parts {
  /** `title`, `count plural`: the parameters with what is done to them. */
  parameters: Set<string>;
  /** The forms of each plural. */
  plurals: string[][];
}

/** Element types of the parser: 1 argument, 2 number, 3 date, 4 time, 5 select, 6 plural. */
const kinds: Record<number, string> = { 1: '', 2: '', 3: 'date', 4: 'time', 5: 'select', 6: '' };

function partsOf(
  elements: Element[],
  parts: Parts = { parameters: new Set(), plurals: [] },
): Parts {
  for (const element of elements) {
    if (kinds[element.type] === undefined || !('value' in element)) continue;
    parts.parameters.add(`${element.value} ${kinds[element.type]}`.trim());
    if (!('options' in element)) continue;
    if (element.type === 6) parts.plurals.push(Object.keys(element.options));
    for (const { value } of Object.values(element.options)) partsOf(value, parts);
  }
  return parts;
}

const catalogues = [
  ['en', flat(english)],
  ['de', flat(german)],
  ['es', flat(spanish)],
] as const;

describe.each(catalogues)('%s', (language, texts) => {
  it('says something for every key, and no more', () => {
    expect(texts.map(([key]) => key).sort()).toEqual(
      flat(english)
        .map(([key]) => key)
        .sort(),
    );
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('takes the parameters of English', () => {
    const expected = new Map(flat(english));
    for (const [key, text] of texts) {
      const { parameters } = partsOf(elementsOf(text));
      const inEnglish = partsOf(elementsOf(expected.get(key) ?? '')).parameters;
      expect([...parameters].sort(), key).toEqual([...inEnglish].sort());
    }
  });

  it('has plurals with a form for one and for many', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, text] of texts) {
      for (const forms of partsOf(elementsOf(text)).plurals) {
        expect(forms, key).toEqual(expect.arrayContaining(['one', 'other']));
        const strange = forms.filter(
          (form) =>
            !form.startsWith('=') && !pluralCategories.some((category) => category === form),
        );
        expect(strange, key).toEqual([]);
      }
    }
  });

  it('sets parameters apart, so that their types are found', () => {
    const branch = /[A-Za-z\d]\{/g;
    const forms = /(?:\b(?:zero|one|two|few|many|other)|=\d+)\{$/;
    for (const [key, text] of texts) {
      if (text.includes(', select,')) continue;
      for (const { index } of text.matchAll(branch)) {
        expect(text.slice(0, index + 2), key).toMatch(forms);
      }
    }
  });
});

it('is used, every text of it', () => {
  const source = join(import.meta.dirname, '..');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => !/^texts[\\/]/.test(file))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const named = new Set([...code.matchAll(/'([a-z]\w*\.[a-z]\w*)'/gi)].map(([, key]) => key));
  const patterns = [...code.matchAll(/`([a-z]\w*\.\w*)\$\{[^`}]*\}(\w*)`/gi)].map(
    ([, start, end]) => new RegExp(`^${start.replace('.', '\\.')}\\w+${end}$`),
  );
  const unused = flat(english)
    .map(([key]) => key)
    .filter((key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

describe('t', () => {
  it('speaks the language that was set, with its plurals and numbers', async () => {
    expect(t('header.threads', { count: 1 })).toBe('1 thread');
    await setLanguage('de');
    expect(t('header.threads', { count: 1200 })).toBe('1.200 Threads');
    expect(t('notices.undo')).toBe('Rückgängig');
    expect([formatCount(1234.5), formatFixed(0.25, 1)]).toEqual(['1.235', '0,3']);
    await setLanguage('es');
    expect(t('header.threads', { count: 2 })).toBe('2 hilos');
  });

  it('keeps quotes and angle brackets of what it is given', () => {
    const reason = `It's <b>{odd}</b>`;
    expect(t('header.engineSkipped', { engine: 'CPU', reason })).toBe(
      `CPU was passed over: ${reason}`,
    );
  });

  it('has its keys and parameters checked by the compiler', () => {
    // @ts-expect-error no such name
    expect(() => t('header.absent')).toThrow();
    // @ts-expect-error a parameter is missing
    expect(() => t('header.threads')).toThrow();
    // @ts-expect-error a plural needs a number
    expect(t('header.threads', { count: '2' })).toBe('2 threads');
    // @ts-expect-error a parameter too many
    expect(t('header.keyboard', { count: 2 })).toBe('Keyboard');
  });

  it('tells of each change once, and takes the last of two that overlap', async () => {
    const heard: string[] = [];
    const end = onLanguageChange(() => heard.push(currentLanguage()));
    await Promise.all([setLanguage('de'), setLanguage('es')]);
    await setLanguage('es');
    end();
    await setLanguage('de');
    expect(heard).toEqual(['es']);
  });
});
