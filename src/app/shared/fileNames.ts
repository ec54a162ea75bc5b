/** Names of files to save, without their endings. */

const LONGEST = 120;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as a file name that every system takes. */
export function fileNameOf(title: string): string {
  const name = title
    // Separators, wildcards, controls, and marks that hide what a name is.
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/^[. ]+|[. ]+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(name)) return 'etude';
  return DEVICE.test(name) ? `${name} 1` : name;
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
