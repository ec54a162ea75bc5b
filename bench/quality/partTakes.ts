/**
 * Parts "takes" and "library": takes compared with real music outside the training set, a bot that
 * copies training pieces and a bot that plays random keys. The bots must fail.
 */
import { presetTitle } from '../../src/model/presetTexts';
import { encodings } from '../../src/music/encoding';
import { librarySongs } from '../../src/music/testSongs';
import { archivePieces, encodeSongs } from './data';
import { judged } from './judgedPresets';
import { judgeTakes } from './judgeTakes';
import { edgesOf, knownPiece, pieceMaterial } from './material';
import type { Part } from './part';
import { Reference } from './takes';

const encoding = encodings[judged.encoding];

/**
 * Full training on a collection, or the start model alone; comparison with the collection's test
 * pieces.
 */
export function takesOf(archive: string, title = archive, start?: 'alone'): Part {
  const name = start ? 'start-takes' : 'takes';
  return {
    name,
    title: `Takes ${start ? 'of the start model ' : ''}beside real music and bots (${presetTitle(judged.id)}, ${title})`,
    async measure(context) {
      const pieces = archivePieces(archive, encoding);
      const reference = new Reference(pieces.training.map((piece) => knownPiece(piece).rows));
      return judgeTakes(context, {
        name: start ? 'start_alone' : 'takes',
        takes: start ? 'start_alone_takes' : 'takes',
        start,
        pieces,
        // The test set is small, so beginnings and endings come from all pieces.
        real: (length, draws) => [
          ...pieces.test.map((piece) =>
            pieceMaterial(
              knownPiece(piece),
              reference,
              length,
              // Few pieces are as long as a take: more passages of each steady the band.
              { passages: 8, excerpts: 8 },
              draws,
            ),
          ),
          ...[...pieces.training, ...pieces.validation].map((piece) => edgesOf(knownPiece(piece))),
        ],
      });
    },
  };
}

/**
 * Newcomer's result: the sample library and the defaults; each piece against the others.
 * @param start whether training starts from the start model
 */
function libraryTakes(start: boolean): Part['measure'] {
  return async (context) => {
    const all = encodeSongs(librarySongs(), encoding);
    const pieces = { training: all.slice(1), validation: all.slice(0, 1), test: [] };
    const known = all.map(knownPiece);
    return judgeTakes(context, {
      name: start ? 'start_library' : 'library',
      takes: start ? 'start_library_takes' : 'library_takes',
      pieces,
      start: start ? 'trained on' : undefined,
      real: (length, draws) =>
        known.map((piece) => {
          const others = known.filter((other) => other !== piece).map(({ rows }) => rows);
          const counts = { passages: 4, excerpts: 4 };
          return pieceMaterial(piece, new Reference(others), length, counts, draws);
        }),
    });
  };
}

export const library: Part = {
  name: 'library',
  title: 'Takes of the sample library, trained with the defaults, beside its pieces and bots',
  measure: libraryTakes(false),
};

export const startLibrary: Part = {
  name: 'start-library',
  title: 'Takes of the start model trained on the sample library, beside its pieces and bots',
  measure: libraryTakes(true),
};
