/**
 * Compressed MusicXML: a zip archive whose META-INF/container.xml names the score in it
 * (MusicXML 4.0, "Compressed .mxl files").
 */
import { t } from '../texts/t';
import type { IntakeLimits } from './intakeEvent';
import { type Expanded, expandEntry, listZip, type ZipEntry } from './zip';

const CONTAINER = 'META-INF/container.xml';
const CONTAINER_LIMITS = { maxBytes: 1 << 20, maxRatio: 1000 };
/** Files looked at; a score with pictures has a few dozen. */
const MOST_FILES = 1000;

/** Whether an archive with these files is one score. */
export function isMxl(paths: readonly string[]): boolean {
  return (
    paths.includes(CONTAINER) &&
    paths.some((path) => /\.(musicxml|xml)$/i.test(path) && path !== CONTAINER)
  );
}

/** The files of an archive that is one compressed score; undefined for other archives. */
export function mxlEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const { entries } = listZip(bytes, MOST_FILES);
  return isMxl(entries.map(({ path }) => path)) ? entries : undefined;
}

/** The bytes of the score, or why it cannot be had, in a sentence. */
export function mxlScore(
  entries: readonly ZipEntry[],
  limits: IntakeLimits,
): Uint8Array | { reason: string } {
  const container = entries.find(({ path }) => path === CONTAINER);
  const listed = container && textOf(expandEntry(container, CONTAINER_LIMITS));
  const paths = [...(listed ?? '').matchAll(/<rootfile\b[^>]*\bfull-path\s*=\s*["']([^"']*)["']/g)];
  const score = paths
    .map(([, path]) => entries.find((entry) => entry.path === path))
    .find((entry) => entry && /\.(musicxml|xml)$/i.test(entry.path));
  if (!score) return { reason: t('scores.noScoreInside') };
  const { maxMidiBytes: maxBytes, maxRatio } = limits;
  const expanded = expandEntry(score, { maxBytes, maxRatio });
  if (expanded.kind === 'bytes') return expanded.bytes;
  return { reason: expanded.kind === 'beyond limit' ? t('scores.tooLarge') : t('scores.damaged') };
}

function textOf(expanded: Expanded): string | undefined {
  return expanded.kind === 'bytes' ? new TextDecoder().decode(expanded.bytes) : undefined;
}
