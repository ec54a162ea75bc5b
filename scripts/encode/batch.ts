/** Encodes one batch of files and writes its shards. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { crc32 } from '../../src/files/crc32';
import { intake } from '../../src/files/intake';
import { INTAKE_LIMITS } from '../../src/files/intakeEvent';
import { mxlEntries } from '../../src/files/mxl';
import { isZip } from '../../src/files/zip';
import { encodings } from '../../src/music/encoding';
import type { Encoding } from '../../src/music/encoding/encoding';
import { musicKeys } from '../../src/music/identity';
import { packSong } from '../../src/music/packedSong';
import { type ShardPiece, shardFiles } from '../../src/training/kit/shards';
import type { FileBatch, SourcePath } from './batches';
import { type BatchReport, batchReport, type EncodeOptions } from './report';
import { sourceFile } from './sourceFile';

const ENDED = 'The process that read it ended.';
const ARCHIVE = 'An archive: unpack it first.';
/** Bytes read to recognise an archive. */
const LOOK_AT = 4;

interface WorkPiece extends ShardPiece {
  /** Key that copies share, in other keys too. */
  work: string;
}

export function encodingNamed(id: string): Encoding | undefined {
  return Object.entries(encodings).find(([own]) => own === id)?.[1];
}

/** The report of an earlier run over the same files; undefined where there is none. */
export function doneBefore(batch: FileBatch, options: EncodeOptions): BatchReport | undefined {
  const file = reportFile(batch, options);
  if (!existsSync(file)) return undefined;
  const report = v.safeParse(batchReport, JSON.parse(readFileSync(file, 'utf8')));
  const isSame = report.success && report.output.identity === identityOf(batch, options);
  return isSame ? report.output : undefined;
}

/** @param reading is told the path of each file before it is read */
export async function encodeBatch(
  batch: FileBatch,
  options: EncodeOptions,
  reading: (path: string) => void = () => {},
): Promise<BatchReport> {
  const encoding = encodingNamed(options.encoding);
  if (!encoding) throw new Error(`There is no encoding "${options.encoding}".`);
  const parts: Record<'training' | 'validation', ShardPiece[]> = { training: [], validation: [] };
  const leftOut: BatchReport['leftOut'] = [];
  let notes = 0;
  for (const file of batch.files) {
    reading(file.path);
    const read = file.endedProcess ? ENDED : await piecesOf(file, encoding);
    if (typeof read === 'string') {
      leftOut.push({ file: file.name, reason: read });
      continue;
    }
    for (const piece of read) {
      notes += piece.rows.data.length / piece.rows.width;
      // Copies of a work, in another key too, are on the same side.
      const place = crc32(new TextEncoder().encode(piece.work)) / 2 ** 32;
      parts[place < options.validation ? 'validation' : 'training'].push(piece);
    }
  }
  for (const part of ['training', 'validation'] as const) {
    const files = shardFiles(part, batch.number, parts[part], encoding.columns);
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(options.out, name);
      // An earlier run with other options may have left one.
      if (parts[part].length === 0) rmSync(path, { force: true });
      else write(path, bytes);
    }
  }
  const report: BatchReport = {
    identity: identityOf(batch, options),
    files: batch.files.length,
    pieces: parts.training.length + parts.validation.length,
    notes,
    leftOut,
  };
  write(reportFile(batch, options), JSON.stringify(report));
  return report;
}

/** The file's pieces, or the reason why there are none. */
async function piecesOf(path: SourcePath, encoding: Encoding): Promise<WorkPiece[] | string> {
  try {
    if (await isArchive(path)) return ARCHIVE;
    const pieces: WorkPiece[] = [];
    for await (const event of intake([sourceFile(path)], new AbortController().signal)) {
      if (event.kind === 'rejected') return event.reason;
      if (event.kind === 'progress') continue;
      const { song, index, count } = event;
      const rows = encoding.encode(song);
      const id = count > 1 ? `${path.name}#${index + 1}` : path.name;
      const { work } = musicKeys(packSong(song));
      if (rows.data.length > 0) pieces.push({ id, title: song.title || path.name, rows, work });
    }
    return pieces.length > 0 ? pieces : 'It has no notes on the piano’s keys.';
  } catch (error) {
    return `It could not be read: ${error instanceof Error ? error.message : error}`;
  }
}

/** Whether it is a zip other than a compressed score, whose pieces might not fit in memory. */
async function isArchive(path: SourcePath): Promise<boolean> {
  const source = sourceFile(path);
  if (!isZip(await source.read(LOOK_AT))) return false;
  if (path.bytes > INTAKE_LIMITS.maxMidiBytes) return true;
  return mxlEntries(await source.read()) === undefined;
}

function identityOf({ files }: FileBatch, { encoding, validation }: EncodeOptions): string {
  const { version } = encodingNamed(encoding) ?? {};
  const names = files.map(({ name, bytes }) => `${name}\0${bytes}`).join('\0');
  const options = `${encoding} ${version} ${validation}`;
  return `${options} ${crc32(new TextEncoder().encode(names)).toString(16)}`;
}

function reportFile({ number }: FileBatch, { out }: EncodeOptions): string {
  return join(out, `batch-${String(number).padStart(6, '0')}.json`);
}

/** A file is whole or not there. */
function write(file: string, content: Uint8Array | string): void {
  writeFileSync(`${file}.partial`, content);
  renameSync(`${file}.partial`, file);
}
