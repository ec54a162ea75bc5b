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
import { readOne } from './readOne';
import { type Expanded, expandEntry, isZip, listZip } from './zip';

const CLUTTER: ReadonlySet<string> = new Set(['__macosx', 'thumbs.db', 'desktop.ini']);

export interface OpenZip {
  fileCount: number;
  /** One item for each file: the events it gives. */
  outcomes: Iterable<IntakeOutcome[]>;
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
    return { fileCount: 0, outcomes: [], closing: () => [refusal] };
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

  function* outcomes(): Generator<IntakeOutcome[]> {
    for (const entry of readable) {
      const left = limits.maxExpandedBytes - expandedBytes;
      if (left <= 0) {
        notReached++;
        yield [];
        continue;
      }
      const maxBytes = Math.min(limits.maxMidiBytes, left);
      const expanded = expandEntry(entry, { maxBytes, maxRatio: limits.maxRatio });
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
      const events = outcomesOfEntry(entryLabel, expanded);
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

function outcomesOfEntry(file: FileLabel, expanded: Expanded): IntakeOutcome[] {
  const reject = (reason: string): IntakeOutcome[] => [{ kind: 'rejected', file, reason }];
  switch (expanded.kind) {
    case 'bytes':
      if (isZip(expanded.bytes)) return reject(t('files.zipInZip'));
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

/** Whether the path is a hidden or system file, such as `.DS_Store`. */
export function isClutter(path: string): boolean {
  return path.split('/').some((part) => {
    if (part === '.' || part === '..') return false;
    return part.startsWith('.') || CLUTTER.has(part.toLowerCase());
  });
}
