/**
 * Writer of the kit, with which a model is trained on a bigger machine: a zip of the model for Keras,
 * `etude.json`, the data as shards, and the program that trains.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { Checkpoint } from '../checkpoint';
import type { Dataset } from '../dataset';
import { upgraded } from '../formVersions';
import { writeKerasFile } from '../keras/write';
import { manifestAbout, type Provenance } from '../modelFile/write';
import type { EncodedPiece } from '../split';
import { kitAbout } from './about';
import { goldenExample } from './golden';
import {
  ENCODING_NAME,
  encodingAbout,
  type ShardPart,
  type ShardPiece,
  shardFiles,
  shardsOf,
} from './shards';

/** Folder in the zip. */
const FOLDER = 'etude-kit';

/** @param program text of each file of the program, by name */
export function writeKit(
  given: Checkpoint,
  { training, validation }: Pick<Dataset, 'training' | 'validation'>,
  provenance: Provenance,
  program: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const checkpoint = upgraded(given);
  const preset = presets[checkpoint.preset];
  const encoding = encodings[preset.encoding];
  const golden = goldenExample(preset, checkpoint.settings, training, checkpoint.weights);
  const about = { ...manifestAbout(checkpoint, provenance), kit: kitAbout(preset, golden) };
  const titled = (pieces: readonly EncodedPiece[]): ShardPiece[] =>
    pieces.map(({ id, rows }) => ({ id, title: provenance.titleOf(id) ?? '', rows }));
  const files: Zippable = {
    'model.keras': [writeKerasFile(checkpoint, provenance), { level: 0 }],
    'etude.json': strToU8(JSON.stringify(about)),
    [`data/${ENCODING_NAME}`]: strToU8(JSON.stringify(encodingAbout(encoding))),
    ...Object.fromEntries(
      Object.entries(program).map(([name, text]) => [name, strToU8(text)] as const),
    ),
  };
  const parts: [ShardPart, readonly EncodedPiece[]][] = [
    ['training', training],
    ['validation', validation],
  ];
  for (const [part, pieces] of parts) {
    let number = 0;
    for (const shard of shardsOf(titled(pieces))) {
      for (const [name, bytes] of Object.entries(
        shardFiles(part, number, shard, encoding.columns),
      )) {
        files[`data/${name}`] = bytes;
      }
      number++;
    }
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, file]) => [`${FOLDER}/${name}`, file])),
  );
}
