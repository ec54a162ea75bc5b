/** What must not reach a parser of XML: entities of the file's own, and endless nesting. */

/** MusicXML needs about ten levels. */
const MOST_LEVELS = 100;

export type XmlDanger = 'entities' | 'nesting' | null;

/** Looks at the text once, from the start to the end. */
export function xmlDanger(xml: string): XmlDanger {
  if (/<!ENTITY\b/i.test(xml)) return 'entities';
  let level = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1];
    if (next === '!' || next === '?') {
      at = endOfMarkup(xml, at);
      if (at < 0) break;
      continue;
    }
    const end = xml.indexOf('>', at);
    if (end < 0) break;
    if (next === '/') level--;
    else if (xml[end - 1] !== '/') level++;
    if (level > MOST_LEVELS) return 'nesting';
    at = end;
  }
  return null;
}

/** The last character of a comment, of character data, of a declaration; -1 where none ends it. */
function endOfMarkup(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return xml.indexOf('-->', at);
  if (xml.startsWith('<![CDATA[', at)) return xml.indexOf(']]>', at);
  return xml.indexOf('>', at);
}
