/** Opens a zip archive for the intake, with one outcome for each file in it. */

import { formatCount, plural } from '../lib/counts';
import { scoreArchiveAdvice } from '../music/midi/scoreFormats';
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
const ZIP_IN_ZIP = 'This is a zip inside a zip; unpack the outer one and add this one by itself.';
const DAMAGED_ENTRY = 'The zip file is damaged at this file; some of its notes may be wrong.';

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
    const added = `${plural(songs, 'piece')} from it ${songs === 1 ? 'was' : 'were'} added.`;
    if (listing.isDamaged) reasons.push(`This zip file is damaged; ${added}`);
    else if (files.length === 0) reasons.push('This zip file holds no files that could be music.');
    if (encrypted > 0) {
      reasons.push(
        `${plural(encrypted, 'file')} in this zip ${encrypted === 1 ? 'is' : 'are'} protected by a ` +
          'password; unpack it first and add what it holds.',
      );
    }
    if (shared > 0) {
      reasons.push(
        `${plural(shared, 'file')} in this zip ${shared === 1 ? 'stands' : 'stand'} in the same ` +
          `bytes as another and ${shared === 1 ? 'was' : 'were'} left out.`,
      );
    }
    if (tooMany) {
      const limit = formatCount(limits.maxZipFiles);
      reasons.push(`This zip holds more than ${limit} files; the first ${limit} were looked at.`);
    }
    if (notReached > 0) {
      reasons.push(
        `Unpacked, this zip is larger than ${megabytes(limits.maxExpandedBytes)}; ` +
          `${plural(notReached, 'file')} at its end ${notReached === 1 ? 'was' : 'were'} left out.`,
      );
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
      return readOne(file, expanded.bytes, expanded.isWhole ? null : DAMAGED_ENTRY);
    case 'foreign':
      if (expanded.format === 'a zip file') return reject(ZIP_IN_ZIP);
      return reject(`This is ${expanded.format}, not MIDI.`);
    case 'beyond limit':
      return reject('Unpacked, this file is far larger than any MIDI file; it was left out.');
    case 'unknown method':
      return reject('This file is packed in a way that Etude does not know; unpack the zip first.');
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
  if (!entries) return [{ kind: 'rejected', file, reason: ZIP_IN_ZIP }];
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
