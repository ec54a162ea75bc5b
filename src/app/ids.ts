/** Identifiers for pieces, files and takes; unique across visits, since pieces are stored. */

let count = 0;

export function createId(): string {
  count++;
  return `${Date.now().toString(36)}-${count.toString(36)}`;
}
