/** For tests: files for the intake, and what it says of them. */

import { goodFile } from '../../music/midi/testing/midiBytes';
import { intake } from '../intake';
import type { IntakeEvent, IntakeLimits, SourceFile } from '../intakeEvent';

export const GOOD = goodFile();
export const TEXT = new TextEncoder().encode('Shopping list: eggs, milk.');

export function source(name: string, bytes: Uint8Array): SourceFile {
  return { name, size: bytes.length, read: async () => bytes };
}

export async function collect(
  files: AsyncIterable<SourceFile> | Iterable<SourceFile>,
  limits?: IntakeLimits,
): Promise<IntakeEvent[]> {
  const events: IntakeEvent[] = [];
  for await (const event of intake(files, new AbortController().signal, limits)) events.push(event);
  return events;
}

/** One line for each song and each rejection. */
export async function outcomes(
  files: Iterable<SourceFile>,
  limits?: IntakeLimits,
): Promise<string[]> {
  const lines: string[] = [];
  for (const event of await collect(files, limits)) {
    if (event.kind === 'song') lines.push(`${event.file.path} +`);
    if (event.kind === 'rejected') lines.push(`${event.file.path}: ${event.reason}`);
  }
  return lines;
}
