/**
 * Composer and year of a piece, as far as a file says them: in its texts or in its name. Whoever
 * made the file, and when, is not taken for them.
 */
import { isSurname } from './composers';

export interface Credits {
  /** As written. Absent where nothing says it. */
  composer?: string;
  /** Of composition or first publication. Absent where nothing says it. */
  year?: number;
}

/** Words of a name: "Johann Sebastian Bach", "J. S. Bach", "Rimsky-Korsakov". */
const NAME =
  /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|da|di|del|van|von|der|y|la|le)){0,4}$/u;
const LABELLED =
  /^(?:composer|composed by|music by|words and music by|komponist(?:in)?|komponiert von|musik(?: von)?|compositor|música de|compositeur|musique de|compositore|musica di)\s*:?\s+(.+)$/iu;
const COMPOSED =
  /\b(?:composed|written|published|year|komponiert|compuest[ao])\b\D{0,12}(\d{4})\b/iu;
const IN_BRACKETS = /[([](\d{4})[)\]]/;
const COPYRIGHT = /(?:©|\(c\)|copyright)\D{0,6}(\d{4})/iu;
/** Words after which a name on the left of a dash is a title. */
const TITLE_WORDS =
  /\b(?:op|no|nr|bwv|kv?|woo|hwv|rag|waltz|walzer|sonata|sonate|prelude|prélude|etude|étude|study|fugue|fuge|suite|march|mazurka|nocturne|invention|concerto|symphony|song|track|piano|part)\b/iu;
const OLDEST = 1200;
const NEWEST = new Date().getFullYear();
const LONGEST = 80;

/** What the texts of a file say: text, copyright, track names. */
export function creditsInTexts(texts: readonly string[]): Credits {
  const lines = texts.map((text) => text.trim()).filter((text) => text.length <= LONGEST);
  const composer = labelled(lines) ?? lines.find(namesComposer);
  const surname = composer?.split(/\s+/).at(-1) ?? '';
  const rights = lines.filter((line) => composer !== undefined && line.includes(surname));
  return credits(composer, yearIn(lines, COMPOSED) ?? yearIn(rights, COPYRIGHT));
}

/**
 * What the file's name says, as "Composer - Title (1899)", "Title - Composer" or
 * "surname-forename--title".
 * @param path folders are not looked at
 */
export function creditsInName(path: string): Credits {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,5}$/, '');
  const year = yearIn([name], IN_BRACKETS);
  const slug = /^(\p{L}+)((?:-\p{L}+)*)--/u.exec(name);
  if (slug && isSurname(slug[1])) {
    const words = [...slug[2].split('-').filter(Boolean), slug[1]];
    return credits(words.map(capitalised).join(' '), year);
  }
  const [left = '', ...others] = name.replaceAll('_', ' ').split(/\s+[-–—]\s+/);
  const right = others.at(-1)?.replace(IN_BRACKETS, '').trim() ?? '';
  if (others.length === 0) return credits(undefined, year);
  if (namesComposer(left)) return credits(left, year);
  if (namesComposer(right)) return credits(right, year);
  const isName = NAME.test(left) && !TITLE_WORDS.test(left) && !TITLE_WORDS.test(right);
  return credits(isName && /\s/.test(left) ? left : undefined, year);
}

function credits(composer: string | undefined, year: number | undefined): Credits {
  return { ...(composer && { composer }), ...(year && { year }) };
}

function labelled(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const name = LABELLED.exec(line)?.[1].trim();
    if (name && /\p{L}{2}/u.test(name)) return name;
  }
  return undefined;
}

/** Whether the whole text is the name of a known composer. */
function namesComposer(text: string): boolean {
  return NAME.test(text) && isSurname(text.split(/\s+/).at(-1) ?? '');
}

function yearIn(lines: readonly string[], pattern: RegExp): number | undefined {
  for (const line of lines) {
    const year = Number(pattern.exec(line)?.[1]);
    if (year >= OLDEST && year <= NEWEST) return year;
  }
  return undefined;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
