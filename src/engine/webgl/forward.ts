/** The forward pass: two draws a time step. */
import type { TensorInfo } from '@tensorflow/tfjs';
import type { LstmAttributes, LstmInputs, LstmOutputs } from '../lstm/contract';
import type { Context } from './context';
import { gateNames } from './forwardShaders';
import { indexStack, listPlaces, type Places } from './indexColumns';
import { Painter } from './painter';
import { shadersFor } from './shaders';
import {
  emptyTensor,
  type Grid,
  gridFor,
  INPUT_MULTIPLE,
  roundUp,
  slotRegion,
  type Texels,
  tie,
  UNIT_MULTIPLE,
  Workspace,
} from './textures';
import { fillStatesFrom, fillWeightsFrom, readStatesTo } from './transfers';

/** Sizes and texture layout of one sequence. */
export interface Plan {
  batch: number;
  time: number;
  units: number;
  /** Rows of the kernel. */
  rows: number;
  /** Features or columns. */
  width: number;
  /** Units with padding. */
  lanes: number;
  /** Tiles of units in a row of the gate textures. */
  tiles: number;
  /** Weight rows before the recurrent ones: kernel, bias, padding. */
  inputRows: number;
  grid: Grid;
}

/** Results of the forward pass that the backward pass needs. */
export interface Activations {
  plan: Plan;
  weights: Texels;
  /** Dense: features, and a one for the bias, in the layout of states. Slot t belongs to time t. */
  inputs: Texels;
  /** Index columns: the places that select each weight row. */
  places: Places | undefined;
  /** Slot 0 holds the initial state, slot t + 1 the state after time t. */
  hidden: Texels;
  /** Even slots are in the first, odd ones in the second: a draw cannot read what it writes. */
  cells: readonly [Texels, Texels];
  gates: readonly Texels[];
}

const activationsOf = new WeakMap<object, Activations>();

/** @throws Error when `handle` was not made by `forwardPass` in training. */
export function recallActivations(handle: TensorInfo): Activations {
  const activations = activationsOf.get(handle.dataId);
  if (activations === undefined) throw new Error('These activations are gone, or never were.');
  return activations;
}

function planFor(context: Context, inputs: LstmInputs): Plan {
  const [batch, time, width] = inputs.input.shape;
  const units = inputs.recurrentKernel.shape[0];
  const rows = inputs.kernel.shape[0];
  const lanes = roundUp(units, UNIT_MULTIPLE);
  return {
    batch,
    time,
    units,
    rows,
    width,
    lanes,
    tiles: lanes / context.unitsPerTile,
    inputRows: roundUp(rows + 2, INPUT_MULTIPLE),
    grid: gridFor(context, batch, time + 1),
  };
}

export function forwardPass(
  context: Context,
  inputs: LstmInputs,
  attributes: LstmAttributes,
): LstmOutputs {
  const plan = planFor(context, inputs);
  const workspace = new Workspace(context);
  const painter = new Painter(context);
  try {
    const activations = paintForward(context, workspace, painter, plan, inputs, attributes);
    const { batch, time, units, grid, lanes } = plan;
    // Without a gradient or a sequence, every state lies in slot 0.
    const lastSlot = keepsStates(attributes) ? time : 0;
    const read = (texels: Texels, firstSlot: number, shape: number[]): TensorInfo =>
      readStatesTo(context, painter, [texels], grid, lanes, firstSlot, shape);
    const results = {
      hidden: attributes.returnSequences
        ? read(activations.hidden, 1, [batch, time, units])
        : emptyTensor(context, [batch, 0, units]),
      lastHidden: read(activations.hidden, lastSlot, [batch, units]),
      lastCell: read(activations.cells[time % 2], lastSlot, [batch, units]),
    };
    painter.dispose();
    const saved = attributes.training ? save(context, workspace, activations) : undefined;
    return {
      ...results,
      savedHidden: saved ?? emptyTensor(context, [0]),
      savedCell: emptyTensor(context, [0]),
      savedGates: emptyTensor(context, [0]),
    };
  } finally {
    workspace.release();
  }
}

function keepsStates({ training, returnSequences }: LstmAttributes): boolean {
  return training || returnSequences;
}

function paintForward(
  context: Context,
  workspace: Workspace,
  painter: Painter,
  plan: Plan,
  inputs: LstmInputs,
  attributes: LstmAttributes,
): Activations {
  const { batch, time, units, rows, width, lanes, tiles, inputRows, grid } = plan;
  const shaders = shadersFor(context.unitsPerTile);
  const indexed = attributes.columnClasses.length > 0;
  const weights = workspace.take(lanes, inputRows + lanes);
  fillWeightsFrom(context, painter, weights, inputs.kernel, { y: 0, height: rows });
  fillWeightsFrom(context, painter, weights, inputs.bias, { y: rows, height: inputRows - rows });
  fillWeightsFrom(context, painter, weights, inputs.recurrentKernel, {
    y: inputRows,
    height: lanes,
  });

  const stateSlots = keepsStates(attributes) ? time + 1 : 1;
  const hidden = workspace.stack(grid, lanes, stateSlots);
  const cells = [
    workspace.stack(grid, lanes, stateSlots),
    workspace.stack(grid, lanes, stateSlots),
  ] as const;
  const initial = { grid, slotWidth: lanes, slots: 1, batch, width: units };
  fillStatesFrom(context, painter, hidden, { ...initial, source: inputs.initialHidden });
  fillStatesFrom(context, painter, cells[0], { ...initial, source: inputs.initialCell });

  const inputWidth = indexed ? width + 1 : inputRows;
  let inputStack: Texels;
  let places: Places | undefined;
  if (indexed) {
    const values = context.backend.readSync(inputs.input.dataId);
    if (!(values instanceof Int32Array)) throw new TypeError('Index columns must be int32');
    const indices = { values, batch, time, columnClasses: attributes.columnClasses };
    inputStack = indexStack(context, workspace, grid, indices, rows);
    if (attributes.training) {
      places = listPlaces(context, workspace, indices, rows, grid, tiles);
    }
  } else {
    inputStack = workspace.stack(grid, inputWidth, time);
    fillStatesFrom(context, painter, inputStack, {
      ...{ grid, slotWidth: inputWidth, slots: time, batch, width },
      source: inputs.input,
      oneAt: rows,
    });
  }

  const names = gateNames(context.unitsPerTile);
  const gates = names.map(() => workspace.stack(grid, tiles, attributes.training ? time : 1));
  const gatesTarget = painter.target(gates.map(({ texture }) => texture));
  const cellTargets = cells.map((cell) => painter.target([cell.texture, hidden.texture]));
  const gateTextures = Object.fromEntries(names.map((name, i) => [name, gates[i].texture]));
  for (let t = 0; t < time; t++) {
    const before = slotRegion(grid, lanes, stateSlots > 1 ? t : 0);
    const after = slotRegion(grid, lanes, stateSlots > 1 ? t + 1 : 0);
    const gateRegion = slotRegion(grid, tiles, attributes.training ? t : 0);
    const input = slotRegion(grid, inputWidth, t);
    painter.draw(indexed ? shaders.gatesOfIndices : shaders.gatesOfDense, {
      target: gatesTarget,
      region: gateRegion,
      textures: {
        inputs: inputStack.texture,
        hidden: hidden.texture,
        weights: weights.texture,
      },
      integers: {
        inputCount: inputWidth,
        // A hidden state of zeros adds nothing.
        unitCount: t === 0 && attributes.fromZeros ? 0 : lanes,
        recurrentRow: inputRows,
      },
      points: {
        to: [gateRegion.x, gateRegion.y],
        inputFrom: [input.x, input.y],
        hiddenFrom: [before.x, before.y],
      },
    });
    painter.draw(shaders.cell, {
      target: cellTargets[(t + 1) % 2],
      region: after,
      textures: { cellBefore: cells[t % 2].texture, ...gateTextures },
      points: {
        to: [after.x, after.y],
        gatesFrom: [gateRegion.x, gateRegion.y],
        cellFrom: [before.x, before.y],
      },
    });
  }
  return { plan, weights, inputs: inputStack, places, hidden, cells, gates };
}

/** Ties the lifetime of the activations to a tensor, their handle. */
function save(context: Context, workspace: Workspace, activations: Activations): TensorInfo {
  const { weights, inputs, places, hidden, cells, gates } = activations;
  const lists = places === undefined ? [] : [places.bounds, places.places];
  const kept = [weights, inputs, hidden, ...cells, ...gates, ...lists];
  const handle = tie(
    context,
    kept.map((texels) => workspace.claim(texels)),
  );
  activationsOf.set(handle.dataId, activations);
  return handle;
}
