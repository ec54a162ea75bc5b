/** Types of the catalogues: English sets the keys and the parameters, the others follow. */
import type { English } from './en';

/** A section in another language: exactly the keys of the English one. */
export type Translated<Section> = { readonly [Name in keyof Section]: string };

/** All sections in one language. */
export type Catalogue = { readonly [Name in keyof English]: Translated<English[Name]> };

type Section = keyof English;

/** `header.keyboard`: a section and a name in it. */
export type TextKey = {
  [Name in Section]: `${Name}.${keyof English[Name] & string}`;
}[Section];

/** The English text of a key, as a literal type. */
type EnglishText<Key extends TextKey> = Key extends `${infer Name}.${infer Text}`
  ? Name extends Section
    ? Text extends keyof English[Name]
      ? English[Name][Text]
      : never
    : never
  : never;

/** What the parameters of a key's text take: `{ count: number }`. */
export type TextValues<Key extends TextKey> = {
  [Parameter in Parameters<EnglishText<Key>> as Parameter[0]]: Parameter[1];
};

/** Name and type of each parameter of an ICU message, as a union of pairs. */
type Parameters<Text> = Text extends `${infer Before}{${infer Rest}`
  ? (Before extends `${string}${WordEnd}` ? never : ParameterAt<Rest>) | Parameters<Rest>
  : never;

/** A brace directly after a word opens a branch of a plural or select: `other{# pieces}`. */
type WordEnd = Letter | Uppercase<Letter> | `${Digit}`;

type ParameterAt<Rest extends string> = Rest extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name}, ${infer Kind}`
    ? [Name, Kind extends `select, ${string}` ? string : number]
    : [Inside, string | number]
  : never;

// biome-ignore format: one line
type Letter = 'a'|'b'|'c'|'d'|'e'|'f'|'g'|'h'|'i'|'j'|'k'|'l'|'m'|'n'|'o'|'p'|'q'|'r'|'s'|'t'|'u'|'v'|'w'|'x'|'y'|'z';

/** Not `number`, which takes a space for 0. */
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
