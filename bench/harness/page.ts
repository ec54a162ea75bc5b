/** Generated sections of a Markdown page, each between two comments. */

/**
 * Replaces the text between `<!-- name -->` and `<!-- /name -->`.
 * @throws {Error} if the page has no such section
 */
export function replaceSection(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`The page has no section "${name}".`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}
