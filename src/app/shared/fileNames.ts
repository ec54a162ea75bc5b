/** Names of downloaded files, without their endings. */

/** A title as a file name that is valid on every system. */
export function fileName(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'etude'
  );
}

/** `2026-11-26`, in local time. @param when milliseconds since 1970 */
export function localDate(when: number): string {
  const date = new Date(when);
  const digits = (value: number): string => String(value).padStart(2, '0');
  return [date.getFullYear(), digits(date.getMonth() + 1), digits(date.getDate())].join('-');
}

/** The names in the same order, repeated ones numbered: `a`, `a (2)`. */
export function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    // File systems may ignore the case of letters.
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name} (${copy})`;
    taken.add(free.toLowerCase());
    return free;
  });
}
