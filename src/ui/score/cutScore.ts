/** Some bars of a MusicXML document as a document of their own. */

/** Children of `attributes`, in the order of the standard. */
const ATTRIBUTES = ['divisions', 'key', 'time', 'staves', 'clef'];

/**
 * Bars `from` (inclusive) to `to` (exclusive), from 0, of every part, with the key, the clefs and
 * the time signature that hold there. One that was stated before is not shown again.
 */
export function cutScore(whole: Document, from: number, to: number): Document {
  const cut = document.implementation.createDocument(null, 'score-partwise');
  const root = cut.documentElement;
  for (const child of whole.documentElement.children) {
    if (child.tagName !== 'part') {
      root.append(cut.importNode(child, true));
      continue;
    }
    const measures = [...child.children];
    const part = cut.importNode(child, false);
    const own = measures.slice(from, to).map((measure) => cut.importNode(measure, true));
    part.append(...own);
    own[0]?.querySelector(':scope > attributes')?.remove();
    own[0]?.prepend(attributesAt(measures, from, cut));
    root.append(part);
  }
  return cut;
}

/** What the bars up to `index` have stated last, each kind and staff once. */
function attributesAt(measures: readonly Element[], index: number, cut: Document): Element {
  const stated = new Map<string, { element: Element; bar: number }>();
  measures.slice(0, index + 1).forEach((measure, bar) => {
    for (const element of measure.querySelectorAll(':scope > attributes > *')) {
      stated.set(`${element.tagName} ${element.getAttribute('number') ?? ''}`, { element, bar });
    }
  });
  const attributes = cut.createElement('attributes');
  const inOrder = [...stated.values()].sort(
    (a, b) => ATTRIBUTES.indexOf(a.element.tagName) - ATTRIBUTES.indexOf(b.element.tagName),
  );
  for (const { element, bar } of inOrder) {
    const copy = cut.importNode(element, true);
    if (element.tagName === 'time' && bar < index) copy.setAttribute('print-object', 'no');
    attributes.append(copy);
  }
  return attributes;
}
