/** Design tokens as colours in the form that a canvas takes. */

/**
 * Resolves tokens as `element` would draw them. A token may hold `light-dark()`, which only a real
 * property resolves, so a probe inside the element takes each as its colour.
 */
export function resolveColours<K extends string>(
  element: Element,
  tokens: Record<K, `--${string}`>,
): Record<K, string> {
  const probe = document.createElement('span');
  // Under forced colours every colour of a text is the same one; the tokens name the system's.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const style = getComputedStyle(probe);
  function resolve(token: string): string {
    probe.style.color = `var(${token})`;
    return style.color;
  }
  const resolved: Record<K, string> = { ...tokens };
  for (const key in tokens) resolved[key] = resolve(tokens[key]);
  probe.remove();
  return resolved;
}
