/**
 * Identifiers for pieces, files and takes: unique across visits and tabs, since they are stored, and
 * sorted as text in the order in which they were made.
 */

/** Ids of one millisecond are told apart, and sorted, by a count of so many digits. */
const DIGITS = 6;

let count = 0;

export function createId(): string {
  count++;
  const place = count.toString(36).padStart(DIGITS, '0');
  // Two tabs may count alike within one millisecond.
  const tab = Math.trunc(Math.random() * 36 ** 4).toString(36);
  return `${Date.now().toString(36)}-${place}-${tab}`;
}
