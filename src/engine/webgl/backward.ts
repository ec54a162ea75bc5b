/** The backward pass: three draws a time step, then the weight gradients in one each. */
import type { TensorInfo } from '@tensorflow/tfjs';
import type { LstmAttributes, LstmGradInputs, LstmGradOutputs } from '../lstm/contract';
import { cotangentNames, ROWS_PER_TILE, tileNames } from './backwardShaders';
import type { Context } from './context';
import { type Activations, recallActivations } from './forward';
import { gateNames } from './forwardShaders';
import { Painter } from './painter';
import { type LstmShaders, shadersFor } from './shaders';
import { columnRegions, emptyTensor, slotRegion, type Texels, Workspace } from './textures';
import { fillStatesFrom, readStatesTo, readWeightsTo } from './transfers';

/** Everything that the steps of one backward pass share. */
interface Pass {
  context: Context;
  workspace: Workspace;
  painter: Painter;
  shaders: LstmShaders;
  activations: Activations;
}

/** Where a backward pass over all time steps ends. */
interface Cotangents {
  /** Of the gates before sigmoid and tanh, in the layout of the gates. */
  gates: readonly Texels[];
  /** Of the initial hidden state, in tiles; of the state after the first step from zeros. */
  hidden: readonly Texels[];
  /** Of the initial cell state; undefined when it is zeros. */
  cell: Texels;
}

export function backwardPass(
  context: Context,
  inputs: LstmGradInputs,
  attributes: LstmAttributes,
): LstmGradOutputs {
  const workspace = new Workspace(context);
  const painter = new Painter(context);
  const pass: Pass = {
    context,
    workspace,
    painter,
    shaders: shadersFor(context.unitsPerTile),
    activations: recallActivations(inputs.savedHidden),
  };
  try {
    const { columnClasses, fromZeros, inputGradient: wantsInput } = attributes;
    const none = (): TensorInfo => emptyTensor(context, [0]);
    const cotangents = paintBackward(pass, inputs, attributes);
    const gradients = {
      ...weightGradients(pass, inputs, cotangents),
      ...(fromZeros
        ? { initialHidden: none(), initialCell: none() }
        : stateGradients(pass, cotangents)),
      input: wantsInput && columnClasses.length === 0 ? inputGradient(pass, cotangents) : none(),
    };
    painter.dispose();
    return gradients;
  } finally {
    workspace.release();
  }
}

const byName = (
  names: readonly string[],
  texels: readonly Texels[],
): Record<string, WebGLTexture> =>
  Object.fromEntries(names.map((name, i) => [name, texels[i].texture]));

function texturesOf(texels: readonly Texels[]): WebGLTexture[] {
  return texels.map(({ texture }) => texture);
}

function paintBackward(
  pass: Pass,
  inputs: LstmGradInputs,
  { fromZeros, returnSequences }: LstmAttributes,
): Cotangents {
  const { context, workspace, painter, shaders, activations } = pass;
  const { batch, time, units, lanes, tiles, grid, inputRows } = activations.plan;
  const { rowBlocks } = grid;
  const state = { grid, slotWidth: lanes, batch, width: units };

  // From outside: cotangents of every hidden state, or of the last one only.
  const outerSlots = returnSequences ? time : 1;
  const outer = workspace.stack(grid, lanes, outerSlots);
  fillStatesFrom(context, painter, outer, {
    ...{ ...state, slots: outerSlots },
    source: returnSequences ? inputs.dHidden : inputs.dLastHidden,
    addedToLast: returnSequences ? inputs.dLastHidden : undefined,
  });
  const cells = [workspace.take(lanes, rowBlocks), workspace.take(lanes, rowBlocks)];
  fillStatesFrom(context, painter, cells[time % 2], {
    ...{ ...state, slots: 1 },
    source: inputs.dLastCell,
  });

  const dGateNames = cotangentNames(context.unitsPerTile);
  const dGates = dGateNames.map(() => workspace.stack(grid, tiles, time));
  const carriedNames = tileNames('carried');
  const carried = carriedNames.map(() => workspace.take(lanes / ROWS_PER_TILE, rowBlocks));
  const gatesTarget = painter.target(texturesOf(dGates));
  const carriedTarget = painter.target(texturesOf(carried));
  const cellTargets = cells.map(({ texture }) => painter.target([texture]));
  const gateTextures = byName(gateNames(context.unitsPerTile), activations.gates);
  const dGateTextures = byName(dGateNames, dGates);
  for (let t = time - 1; t >= 0; t--) {
    const gateRegion = slotRegion(grid, tiles, t);
    const before = slotRegion(grid, lanes, t);
    const after = slotRegion(grid, lanes, t + 1);
    const outerRegion = slotRegion(grid, lanes, returnSequences ? t : 0);
    const textures = {
      cell: activations.cells[(t + 1) % 2].texture,
      cellBefore: activations.cells[t % 2].texture,
      dCell: cells[(t + 1) % 2].texture,
      outer: outer.texture,
      ...byName(carriedNames, carried),
      ...gateTextures,
    };
    const integers = {
      hasCarried: t < time - 1 ? 1 : 0,
      hasOuter: returnSequences || t === time - 1 ? 1 : 0,
    };
    const points = {
      to: [gateRegion.x, gateRegion.y],
      gatesFrom: [gateRegion.x, gateRegion.y],
      stateFrom: [after.x, after.y],
      beforeFrom: [before.x, before.y],
      outerFrom: [outerRegion.x, outerRegion.y],
    } as const;
    painter.draw(shaders.gateCotangents, {
      ...{ target: gatesTarget, region: gateRegion },
      ...{ textures, integers, points },
    });
    // An initial state of zeros takes no gradient.
    if (t === 0 && fromZeros) break;
    painter.draw(shaders.cellCotangent, {
      target: cellTargets[t % 2],
      region: { x: 0, y: 0, width: lanes, height: rowBlocks },
      ...{ textures, integers, points },
    });
    painter.draw(shaders.transposedProduct, {
      target: carriedTarget,
      region: { x: 0, y: 0, width: lanes / ROWS_PER_TILE, height: rowBlocks },
      textures: { weights: activations.weights.texture, ...dGateTextures },
      integers: { tileCount: tiles, firstRow: inputRows },
      points: { to: [0, 0], cotangentFrom: [gateRegion.x, gateRegion.y] },
    });
  }
  return { gates: dGates, hidden: carried, cell: cells[0] };
}

function weightGradients(
  pass: Pass,
  inputs: LstmGradInputs,
  { gates }: Cotangents,
): Pick<LstmGradOutputs, 'kernel' | 'recurrentKernel' | 'bias'> {
  const { context, painter, shaders, activations } = pass;
  const { plan, places } = activations;
  const tiled = shaders.readTiledWeights;
  const ofKernel =
    places === undefined
      ? product(pass, activations.inputs, plan.inputRows, gates)
      : scatter(pass, gates);
  const kernelReader = places === undefined ? tiled : shaders.readScatteredWeights;
  const ofRecurrent = product(pass, activations.hidden, plan.lanes, gates);
  const { kernel, bias, recurrentKernel } = inputs;
  return {
    kernel: readWeightsTo(context, painter, kernelReader, ofKernel, 0, kernel.shape),
    bias: readWeightsTo(context, painter, kernelReader, ofKernel, plan.rows, bias.shape),
    recurrentKernel: readWeightsTo(
      ...([context, painter, tiled, ofRecurrent, 0] as const),
      recurrentKernel.shape,
    ),
  };
}

/** Gradient of the weights that multiplied `states`, of which a slot holds `width`. */
function product(
  { context, workspace, painter, shaders, activations }: Pass,
  states: Texels,
  width: number,
  gates: readonly Texels[],
): Texels[] {
  const { tiles, time, grid } = activations.plan;
  const gradient = gates.map(() => workspace.take(tiles, width / ROWS_PER_TILE));
  painter.draw(shaders.weightGradient, {
    target: painter.target(texturesOf(gradient)),
    region: { x: 0, y: 0, width: tiles, height: width / ROWS_PER_TILE },
    textures: {
      states: states.texture,
      ...byName(cotangentNames(context.unitsPerTile), gates),
    },
    integers: {
      stateWidth: width,
      tileCount: tiles,
      columnHeight: grid.perColumn * grid.rowBlocks,
      height: time * grid.rowBlocks,
    },
  });
  return gradient;
}

/** Gradient of the kernel and the bias below index columns. */
function scatter(
  { context, workspace, painter, shaders, activations }: Pass,
  gates: readonly Texels[],
): Texels[] {
  const { plan, places } = activations;
  if (places === undefined) throw new TypeError('No places were listed');
  const height = plan.rows + 1;
  const gradient = Array.from({ length: context.unitsPerTile }, () =>
    workspace.take(plan.tiles, height),
  );
  painter.draw(shaders.scatter, {
    target: painter.target(texturesOf(gradient)),
    region: { x: 0, y: 0, width: plan.tiles, height },
    textures: {
      bounds: places.bounds.texture,
      places: places.places.texture,
      ...byName(cotangentNames(context.unitsPerTile), gates),
    },
  });
  return gradient;
}

function stateGradients(
  { context, painter, activations }: Pass,
  { hidden, cell }: Cotangents,
): Pick<LstmGradOutputs, 'initialHidden' | 'initialCell'> {
  const { batch, units, lanes, grid } = activations.plan;
  const shape = [batch, units];
  return {
    initialHidden: readStatesTo(context, painter, hidden, grid, lanes / ROWS_PER_TILE, 0, shape),
    initialCell: readStatesTo(context, painter, [cell], grid, lanes, 0, shape),
  };
}

function inputGradient(
  { context, workspace, painter, shaders, activations }: Pass,
  { gates }: Cotangents,
): TensorInfo {
  const { batch, time, width, inputRows, tiles, grid } = activations.plan;
  const slotWidth = inputRows / ROWS_PER_TILE;
  const result = tileNames('tile').map(() => workspace.stack(grid, slotWidth, time));
  const target = painter.target(texturesOf(result));
  const columns = columnRegions(grid, tiles, time);
  for (const [column, region] of columnRegions(grid, slotWidth, time).entries()) {
    painter.draw(shaders.transposedProduct, {
      ...{ target, region },
      textures: {
        weights: activations.weights.texture,
        ...byName(cotangentNames(context.unitsPerTile), gates),
      },
      integers: { tileCount: tiles, firstRow: 0 },
      points: { to: [region.x, region.y], cotangentFrom: [columns[column].x, 0] },
    });
  }
  return readStatesTo(context, painter, result, grid, slotWidth, 0, [batch, time, width]);
}
