/**
 * Part "start-own": takes of the start model beside the scores that were held out of its own
 * teaching, all by other composers, in the same mixture of styles.
 */
import { join } from 'node:path';
import { withVoice } from '../../scripts/pretrain/encode';
import { readMaterial, type Taught } from '../../scripts/pretrain/material';
import { presetTitle } from '../../src/model/presetTexts';
import { encodings } from '../../src/music/encoding';
import { Random } from '../../src/music/random';
import type { EncodedSong } from './data';
import { judged } from './judgedPresets';
import { judgeTakes } from './judgeTakes';
import { knownPiece, pieceMaterial } from './material';
import type { Part } from './part';
import { Reference } from './takes';

const ARCHIVE = join(import.meta.dirname, '../../../shared/data/free-piano.zip');
/** Seed of the split by composer that the start model was taught with. */
const SPLIT_SEED = 1;
/** Separates the order of the styles from other draws. */
const ORDER_SEED = 3;

export const startOwn: Part = {
  name: 'start-own',
  title: `Takes of the start model beside scores of composers it was not taught on (${presetTitle(judged.id)})`,
  async measure(context) {
    const options = { archive: ARCHIVE, voice: 'keep', seed: SPLIT_SEED } as const;
    const material = readMaterial(options, encodings[judged.encoding], (text) =>
      console.info(`  ${text}`),
    );
    const pieces = {
      training: material.training.map(encodedSong),
      validation: material.validation.map(encodedSong),
      test: material.test.map(encodedSong),
    };
    const heldOut = [...material.validation, ...material.test];
    const order = heldOut.map((_, i) => i);
    Random.fromSeed(ORDER_SEED).shuffle(order);
    const styles = order.map((i) => heldOut[i].form?.style);
    const reference = new Reference(pieces.training.map((piece) => knownPiece(piece).rows));
    const counts = { passages: 1, excerpts: 2 };
    return judgeTakes(context, {
      name: 'start_own',
      takes: 'start_takes',
      start: 'alone',
      pieces,
      styles,
      real: (length, draws) =>
        heldOut.map((piece) =>
          pieceMaterial(knownPiece(encodedSong(piece)), reference, length, counts, draws),
        ),
    });
  },
};

function encodedSong({ score, rows }: Taught): EncodedSong {
  return { id: score.file, song: withVoice(score, 'keep'), rows };
}
