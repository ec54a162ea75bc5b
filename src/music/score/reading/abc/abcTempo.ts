/** Tempo fields of ABC in one form; the parser knows whole numbers and no unit length. */

/** The unit note length of a header: its own, or the one that follows from its meter. */
export function unitLengthOf(header: readonly string[]): string {
  const fieldOf = (name: string): string | undefined =>
    header.findLast((line) => line.startsWith(name))?.slice(2);
  const own = /\d+\s*\/\s*\d+|1/.exec(fieldOf('L:') ?? '')?.[0];
  if (own !== undefined) return own.replaceAll(' ', '');
  const [, beats, beat] = /(\d+)\s*\/\s*(\d+)/.exec(fieldOf('M:') ?? '') ?? [];
  return Number(beats) / Number(beat) < 0.75 ? '1/16' : '1/8';
}

/**
 * "1/4000=120000" for 120 quarter notes a minute; only the word where there is no number.
 * @param unit what "120", "C=120" and "C3=40" count (ABC 1.6)
 */
export function standardTempo(field: string, unit: string): string {
  const text = field.replace(/"[^"]*"|%.*$/g, ' ').trim();
  const perMinute = Number(/^(?:.*=)?\D*?(\d+(?:\.\d+)?)/.exec(text)?.[1]);
  if (!(perMinute > 0)) return /"[^"]*"/.exec(field)?.[0] ?? '';
  const beat = /^(.*)=/.exec(text)?.[1] ?? '';
  const fractions = [...beat.matchAll(/(\d+)\s*\/\s*(\d+)/g)];
  const whole = fractions.reduce((sum, [, over, under]) => sum + Number(over) / Number(under), 0);
  const [over, under = 1] = unit.split('/').map(Number);
  const units = Number(/C\s*(\d+)/.exec(beat)?.[1] ?? 1);
  const quarters = 4 * (fractions.length > 0 ? whole : (units * over) / under);
  return `1/4000=${Math.round(1000 * quarters * perMinute)}`;
}
