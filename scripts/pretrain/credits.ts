/** Licence of the start model and credits for the scores that it was taught on. */
import type { Score } from './catalogue';

const TITLES: Readonly<Record<string, string>> = {
  mutopia: 'Mutopia Project',
  polish: 'Polish Scores, Fryderyk Chopin Institute (NIFC)',
  chopin: 'Chopin First Editions, Fryderyk Chopin Institute (NIFC)',
  lieder: 'OpenScore Lieder Corpus',
};

export const LICENCE =
  'The weights may be used by anyone for anything under CC BY 4.0, with these credits.';

export function sourceTitle(source: string): string {
  return TITLES[source] ?? source;
}

/** One line for each source and licence; editors where attribution is due. */
export function creditsOf(
  scores: readonly Pick<Score, 'source' | 'license' | 'editor'>[],
): string[] {
  const editors = new Map<string, Set<string>>();
  for (const { source, license, editor } of scores) {
    const line = `${sourceTitle(source)}, ${license}`;
    const own = editors.get(line) ?? new Set<string>();
    const isPerson = source === 'mutopia' && license.startsWith('CC BY');
    if (isPerson && editor.trim() !== '') own.add(editor.trim());
    editors.set(line, own);
  }
  return [...editors]
    .map(([line, own]) => (own.size > 0 ? `${line}: ${[...own].sort().join(', ')}` : line))
    .sort();
}
