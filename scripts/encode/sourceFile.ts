/** A file on disk as the app's intake takes it. */
import { open, readFile } from 'node:fs/promises';
import type { SourceFile } from '../../src/files/intakeEvent';
import type { SourcePath } from './batches';

export function sourceFile({ path, name, bytes }: SourcePath): SourceFile {
  return {
    name,
    size: bytes,
    read: (length) => (length === undefined ? readFile(path) : readStart(path, length)),
  };
}

async function readStart(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
