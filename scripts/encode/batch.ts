/** Encodes one batch of files and writes its shards. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { crc32 } from '../../src/files/crc32';
import { labelOf } from '../../src/files/intakeEvent';
import { readOne } from '../../src/files/readOne';
import { isZip } from '../../src/files/zip';
import { shapeIdentity } from '../../src/music/copying';
import { encodings } from '../../src/music/encoding';
import type { Encoding } from '../../src/music/encoding/encoding';
import { type ShardPiece, shardFiles } from '../../src/training/kit/shards';
import type { FileBatch, SourcePath } from './batches';
import { type BatchReport, batchReport, type EncodeOptions } from './report';

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

export async function encodeBatch(batch: FileBatch, options: EncodeOptions): Promise<BatchReport> {
  const encoding = encodingNamed(options.encoding);
  if (!encoding) throw new Error(`There is no encoding "${options.encoding}".`);
  const parts: Record<'training' | 'validation', ShardPiece[]> = { training: [], validation: [] };
  const leftOut: BatchReport['leftOut'] = [];
  let notes = 0;
  for (const file of batch.files) {
    const read = await piecesOf(file, encoding);
    if (typeof read === 'string') {
      leftOut.push({ file: file.name, reason: read });
      continue;
    }
    for (const piece of read) {
      notes += piece.rows.data.length / piece.rows.width;
      // Copies of a work, in another key too, are on the same side.
      const place = crc32(new TextEncoder().encode(shapeIdentity(piece.rows, encoding))) / 2 ** 32;
      parts[place < options.validation ? 'validation' : 'training'].push(piece);
    }
  }
  for (const part of ['training', 'validation'] as const) {
    if (parts[part].length === 0) continue;
    const files = shardFiles(part, batch.number, parts[part], encoding.columns);
    for (const [name, bytes] of Object.entries(files)) write(join(options.out, name), bytes);
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
async function piecesOf(
  { path, name }: SourcePath,
  encoding: Encoding,
): Promise<ShardPiece[] | string> {
  const bytes = new Uint8Array(await readFile(path));
  if (isZip(bytes)) return 'An archive: unpack it first.';
  const pieces: ShardPiece[] = [];
  for (const outcome of await readOne(labelOf(name), bytes, null)) {
    if (outcome.kind === 'rejected') return outcome.reason;
    const { song, index, count } = outcome;
    const rows = encoding.encode(song);
    const id = count > 1 ? `${name}#${index + 1}` : name;
    if (rows.data.length > 0) pieces.push({ id, title: song.title || name, rows });
  }
  return pieces.length > 0 ? pieces : 'It has no notes on the piano’s keys.';
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
