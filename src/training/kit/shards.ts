/**
 * Shards: the rows of many pieces in few files, which a training program maps into memory. A shard
 * `NAME` is `NAME.rows.npy` (16-bit rows, one piece after the other), `NAME.index.npy` (32 bits, a
 * row for each piece) and `NAME.names.json` (id and title of each piece). `encoding.json` beside them
 * says what their columns are.
 */
import type { Encoding, EncodingColumn, Rows } from '../../music/encoding/encoding';
import { keyboardRoom } from '../keyboardRoom';
import { npyFile } from './npy';

export interface ShardPiece {
  id: string;
  title: string;
  rows: Rows;
}

export type ShardPart = 'training' | 'validation';

/** Rows in a shard: some 50 MB of the widest encoding. A longer piece is a shard of its own. */
export const SHARD_ROWS = 2 ** 19;

/** Files of a shard by name. @param number counts the shards of this part, from 0 */
export function shardFiles(
  part: ShardPart,
  number: number,
  pieces: readonly ShardPiece[],
  columns: readonly EncodingColumn[],
): Record<string, Uint8Array<ArrayBuffer>> {
  const width = columns.length;
  const name = `${part}-${String(number).padStart(6, '0')}`;
  const index = new Int32Array(pieces.length * INDEX_FIELDS);
  let first = 0;
  pieces.forEach(({ rows }, i) => {
    const count = rows.data.length / width;
    index.set([first, count, ...keyboardRoom(rows, columns)], i * INDEX_FIELDS);
    first += count;
  });
  const data = pieces.map(({ rows }) => rows.data);
  const names = pieces.map(({ id, title }) => ({ id, title }));
  return {
    [`${name}.rows.npy`]: npyFile(data, 'int16', [first, width]),
    [`${name}.index.npy`]: npyFile([index], 'int32', [pieces.length, INDEX_FIELDS]),
    [`${name}.names.json`]: new TextEncoder().encode(JSON.stringify(names)),
  };
}

/** First row, rows, and room below and above in semitones. */
const INDEX_FIELDS = 4;

/** File beside the shards that says how their rows are encoded. */
export const ENCODING_NAME = 'encoding.json';

/** What shards say of their encoding, as a model file does. */
export function encodingAbout({ id, version, columns }: Encoding): {
  id: string;
  version: number;
  columns: { name: string; classes: number }[];
} {
  return { id, version, columns: columns.map(({ name, classes }) => ({ name, classes })) };
}

/** Cuts a list of pieces where a shard is full. */
export function* shardsOf(pieces: Iterable<ShardPiece>): Generator<ShardPiece[]> {
  let shard: ShardPiece[] = [];
  let rows = 0;
  for (const piece of pieces) {
    const count = piece.rows.data.length / piece.rows.width;
    if (shard.length > 0 && rows + count > SHARD_ROWS) {
      yield shard;
      [shard, rows] = [[], 0];
    }
    shard.push(piece);
    rows += count;
  }
  if (shard.length > 0) yield shard;
}
