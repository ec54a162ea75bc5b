/** Names of files to save. */

const LONGEST = 120;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as a file name, without ending, that every system takes. */
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
