/** Opens a zip archive for the intake, with one outcome for each file in it. */

import { whyForeign } from '../music/midi/notMidi';
import { scoreArchiveAdvice } from '../music/midi/scoreFormats';
import { t } from '../texts/t';
import {
  type FileLabel,
  type IntakeLimits,
  type IntakeOutcome,
  labelOf,
  megabytes,
} from './intakeEvent';
import { isMxl, mxlEntries, mxlScore } from './mxl';
import { readOne } from './readOne';
import { type Expanded, expandEntry, isZip, listZip, type ZipEntry } from './zip';

const CLUTTER: ReadonlySet<string> = new Set(['__macosx', 'thumbs.db', 'desktop.ini']);

export interface OpenZip {
  fileCount: number;
  /** One item for each file: the events it gives. */
  outcomes: AsyncIterable<IntakeOutcome[]>;
  /** Outcomes for the zip itself; call it after the last file. */
  closing(): IntakeOutcome[];
}

/** Opens an archive. Files are expanded one at a time, as their outcomes are taken. */
export function openZip(bytes: Uint8Array, label: FileLabel, limits: IntakeLimits): OpenZip {
  const listing = listZip(bytes, limits.maxZipFiles);
  const files = listing.entries.filter((entry) => !entry.isFolder && !isClutter(entry.path));
  const advice = scoreArchiveAdvice(files.map(({ path }) => path));
  if (advice !== null) {
    const refusal: IntakeOutcome = { kind: 'rejected', file: label, reason: advice };
    return { fileCount: 0, outcomes: nothing(), closing: () => [refusal] };
  }
  if (isMxl(files.map(({ path }) => path))) {
    return { fileCount: 1, outcomes: readMxl(files, label, limits), closing: () => [] };
  }
  const tooMany = listing.entries.length > limits.maxZipFiles;
  const shared = files.filter((entry) => entry.isShared).length;
  const encrypted = files.filter((entry) => entry.isEncrypted && !entry.isShared).length;
  const readable = files
    .filter((entry) => !entry.isEncrypted && !entry.isShared)
    .slice(0, limits.maxZipFiles);
  let songs = 0;
  let expandedBytes = 0;
  let notReached = 0;

  async function* outcomes(): AsyncGenerator<IntakeOutcome[]> {
    for (const entry of readable) {
      const left = limits.maxExpandedBytes - expandedBytes;
      if (left <= 0) {
        notReached++;
        yield [];
        continue;
      }
      const maxBytes = Math.min(limits.maxMidiBytes, left);
      const archives = /\.mxl$/i.test(entry.path);
      const expanded = expandEntry(entry, { maxBytes, maxRatio: limits.maxRatio, archives });
      if (expanded.kind === 'bytes') expandedBytes += expanded.bytes.length;
      else if (expanded.kind === 'beyond limit') {
        expandedBytes += expanded.expandedBytes;
        if (expanded.expandedBytes > left) {
          notReached++;
          yield [];
          continue;
        }
      }
      const entryLabel = labelOf(`${label.path}/${entry.path}`);
      const events = await outcomesOfEntry(entryLabel, expanded, limits);
      songs += events.filter((event) => event.kind === 'song').length;
      yield events;
    }
  }

  function closing(): IntakeOutcome[] {
    const reasons: string[] = [];
    if (listing.isDamaged) reasons.push(t('files.zipDamaged', { pieces: songs }));
    else if (files.length === 0) reasons.push(t('files.zipEmpty'));
    if (encrypted > 0) reasons.push(t('files.encrypted', { count: encrypted }));
    if (shared > 0) reasons.push(t('files.shared', { count: shared }));
    if (tooMany) reasons.push(t('files.tooMany', { limit: limits.maxZipFiles }));
    if (notReached > 0) {
      const limit = megabytes(limits.maxExpandedBytes);
      reasons.push(t('files.notReached', { megabytes: limit, count: notReached }));
    }
    return reasons.map((reason) => ({ kind: 'rejected', file: label, reason }));
  }

  return { fileCount: readable.length, outcomes: outcomes(), closing };
}

async function* nothing(): AsyncGenerator<IntakeOutcome[]> {}

async function* readMxl(
  entries: readonly ZipEntry[],
  file: FileLabel,
  limits: IntakeLimits,
): AsyncGenerator<IntakeOutcome[]> {
  const score = mxlScore(entries, limits);
  if (score instanceof Uint8Array) yield await readOne(file, score, null);
  else yield [{ kind: 'rejected', file, reason: score.reason }];
}

async function outcomesOfEntry(
  file: FileLabel,
  expanded: Expanded,
  limits: IntakeLimits,
): Promise<IntakeOutcome[]> {
  const reject = (reason: string): IntakeOutcome[] => [{ kind: 'rejected', file, reason }];
  switch (expanded.kind) {
    case 'bytes':
      if (isZip(expanded.bytes)) return zipInZip(file, expanded.bytes, limits);
      return readOne(file, expanded.bytes, expanded.isWhole ? null : t('files.damagedEntry'));
    case 'foreign':
      if (expanded.format === 'zip') return reject(t('files.zipInZip'));
      return reject(whyForeign(expanded.format));
    case 'beyond limit':
      return reject(t('files.expandsTooFar'));
    case 'unknown method':
      return reject(t('files.unknownMethod'));
    default:
      return expanded satisfies never;
  }
}

/** A compressed score is the only archive that is opened within another. */
async function zipInZip(
  file: FileLabel,
  bytes: Uint8Array,
  limits: IntakeLimits,
): Promise<IntakeOutcome[]> {
  const entries = mxlEntries(bytes);
  if (!entries) return [{ kind: 'rejected', file, reason: t('files.zipInZip') }];
  const score = mxlScore(entries, limits);
  if (score instanceof Uint8Array) return readOne(file, score, null);
  return [{ kind: 'rejected', file, reason: score.reason }];
}

/** Whether the path is a hidden or system file, such as `.DS_Store`. */
export function isClutter(path: string): boolean {
  return path.split('/').some((part) => {
    if (part === '.' || part === '..') return false;
    return part.startsWith('.') || CLUTTER.has(part.toLowerCase());
  });
}
