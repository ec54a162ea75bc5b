/** All programs of the LSTM for one tile size, each compiled once. */
import {
  cellCotangentShader,
  gateCotangentShader,
  ROWS_PER_TILE,
  scatterShader,
  transposedProductShader,
  weightGradientShader,
} from './backwardShaders';
import { cellShader, gatesShader } from './forwardShaders';
import type { Shader } from './painter';
import { readStates, readWeights } from './transferShaders';

export interface LstmShaders {
  gatesOfDense: Shader;
  gatesOfIndices: Shader;
  cell: Shader;
  gateCotangents: Shader;
  cellCotangent: Shader;
  transposedProduct: Shader;
  weightGradient: Shader;
  scatter: Shader;
  readTiledWeights: Shader;
  readScatteredWeights: Shader;
}

const sets = new Map<number, LstmShaders>();

export function shadersFor(unitsPerTile: number): LstmShaders {
  const known = sets.get(unitsPerTile);
  if (known !== undefined) return known;
  const set: LstmShaders = {
    gatesOfDense: gatesShader(unitsPerTile, false),
    gatesOfIndices: gatesShader(unitsPerTile, true),
    cell: cellShader(unitsPerTile),
    gateCotangents: gateCotangentShader(unitsPerTile),
    cellCotangent: cellCotangentShader(unitsPerTile),
    transposedProduct: transposedProductShader(unitsPerTile),
    weightGradient: weightGradientShader(unitsPerTile),
    scatter: scatterShader(unitsPerTile),
    readTiledWeights: readWeights(unitsPerTile, ROWS_PER_TILE),
    readScatteredWeights: readWeights(unitsPerTile, 1),
  };
  sets.set(unitsPerTile, set);
  return set;
}

export const readStackedStates = readStates('states');
export const readTiledStates = readStates('tiles');
