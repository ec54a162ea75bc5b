/** Who composed a score, and when, as far as its credits say. */
import { cleanName } from '../../../lib/textEncoding';
import { type Credits, creditsInTexts } from '../../credits/credits';

/** What programs write until somebody puts a name there. */
const PLACEHOLDER =
  /^(?:composer|composer \/ arranger|komponist(?:in)?|komponist \/ arrangeur|compositor|compositeur|unknown|unbekannt|\?+)$/iu;
const LIFE = /\s*[([][^()[\]]*\d{3,4}[^()[\]]*[)\]]$/u;

/** The composer named as such goes before a name among the other texts. */
export function scoreCredits(composers: readonly string[], others: readonly string[]): Credits {
  const named = composers.map(nameIn).find((name) => name !== '');
  const texts = others.map(cleanName).filter((text) => !PLACEHOLDER.test(text));
  return creditsInTexts(named === undefined ? texts : [`Composer: ${named}`, ...texts]);
}

/** The first line without label and years of life; empty where it is no name. */
function nameIn(creator: string): string {
  const line = cleanName(creator.split(/[\r\n]/).find((each) => each.trim() !== '') ?? '');
  if (PLACEHOLDER.test(line) || !/\p{L}{2}/u.test(line)) return '';
  return (creditsInTexts([line]).composer ?? line).replace(LIFE, '').trim();
}
