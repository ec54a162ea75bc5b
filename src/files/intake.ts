/**
 * Turns added files into songs, or into one sentence each on why not. A file is
 * judged by its bytes, never by its name: MIDI files and scores are read, zip archives are opened.
 */
import { t } from '../texts/t';
import {
  INTAKE_LIMITS,
  type IntakeEvent,
  type IntakeLimits,
  labelOf,
  megabytes,
  type SourceFile,
} from './intakeEvent';
import { isClutter, openZip } from './openZip';
import { readOne } from './readOne';
import { isZip } from './zip';

export type { IntakeEvent, IntakeLimits, SourceFile } from './intakeEvent';

/** Milliseconds of work between two pauses for messages, such as "cancel". */
const YIELD_AFTER = 30;
/** Bytes read to recognise a zip. */
const LOOK_AT = 4;

/**
 * Reads the files one after the other. Where `signal` is aborted it stops before the next file,
 * without an exception; what was yielded stands.
 */
export async function* intake(
  files: AsyncIterable<SourceFile> | Iterable<SourceFile>,
  signal: AbortSignal,
  limits: IntakeLimits = INTAKE_LIMITS,
): AsyncGenerator<IntakeEvent, void, undefined> {
  const announced = Array.isArray(files) ? files.length : 0;
  const yieldToEventLoop = createYielder();
  let done = 0;
  let seen = 0;
  let inZips = 0;
  const progress = (): IntakeEvent => {
    return { kind: 'progress', done, total: Math.max(announced, seen) + inZips };
  };
  for await (const file of files) {
    if (signal.aborted) return;
    seen++;
    const label = labelOf(file.name);
    const bytes =
      isFromFolder(file) && isClutter(file.name) ? 'clutter' : await readBytes(file, limits);
    if (bytes instanceof Uint8Array && isZip(bytes)) {
      const zip = openZip(bytes, label, limits);
      inZips += zip.fileCount;
      yield progress();
      for await (const outcomes of zip.outcomes) {
        yield* outcomes;
        done++;
        yield progress();
        await yieldToEventLoop();
        if (signal.aborted) return;
      }
      yield* zip.closing();
    } else if (bytes instanceof Uint8Array) {
      yield* await readOne(label, bytes, null);
    } else if (bytes !== 'clutter') {
      yield { kind: 'rejected', file: label, reason: bytes.reason };
    }
    done++;
    yield progress();
    await yieldToEventLoop();
  }
}

async function readBytes(
  file: SourceFile,
  limits: IntakeLimits,
): Promise<Uint8Array | { reason: string }> {
  try {
    if (file.size <= limits.maxMidiBytes) return await file.read();
    // What cannot be music is not read to its end.
    if (!isZip(await file.read(LOOK_AT))) {
      return { reason: t('files.tooLarge', { megabytes: megabytes(limits.maxMidiBytes) }) };
    }
    if (file.size <= limits.maxZipBytes) return await file.read();
    return { reason: t('files.zipTooLarge', { megabytes: megabytes(limits.maxZipBytes) }) };
  } catch {
    return { reason: t('files.notOpened') };
  }
}

/** Clutter is skipped in folders; a file added singly is always read. */
function isFromFolder(file: SourceFile): boolean {
  return file.name.includes('/');
}

/** Yields to the event loop at most once per `YIELD_AFTER`. */
function createYielder(): () => Promise<void> {
  let lastYield = performance.now();
  return async () => {
    if (performance.now() - lastYield < YIELD_AFTER) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    lastYield = performance.now();
  };
}
