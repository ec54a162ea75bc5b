/**
 * The records that describe a call of the heads to the WASM module: one per call,
 * one per head, one per thread. Every field is four bytes, in this order; the build hands the same
 * order to AssemblyScript. Fields named `...At` are addresses in the module's memory.
 */

/** One per call, shared by all threads. */
export const HEADS_FIELDS = [
  'threads',
  /** Bytes from one thread's record to the next. */
  'shareStride',
  'sharesAt',
  'heads',
  /** Bytes from one head's record to the next. */
  'headStride',
  'headsAt',
  'units',
  /** Index columns of a row. */
  'columnCount',
  /** Per column: its number of classes, its first embedding row. */
  'columnTableAt',
  /** [rows, units] */
  'stateAt',
  /** i32 [rows, columns] */
  'columnsAt',
  /** [rows] */
  'rowWeightsAt',
  /** i32: the rows of a weight other than 0. */
  'rowsAt',
  /** Most rows of a block. */
  'block',
  /** Bytes from panel to panel: of a block's rows, and of a block's transpose. */
  'panel',
  'transposedPanel',
  /** Bytes of a thread's weight gradients. */
  'gradientBytes',
  /** [rows, units]; 0 when no gradient is wanted. */
  'dStateAt',
  /** Rows of `dState`. */
  'stateRows',
  /** f32: factor of the reduced gradients. */
  'scale',
] as const;

/** One per head. */
export const HEAD_FIELDS = [
  /** The predicted column: also the number of columns before it, which are given. */
  'column',
  'hidden',
  'classes',
  'embeddingRows',
  /** f32: cotangent of this head's loss. */
  'cotangent',
  /** Weights as plain rows. */
  'kernelAt',
  'embeddingAt',
  'biasAt',
  'outputKernelAt',
  'outputBiasAt',
  /** Packed [kernel; bias; embedding], bytes from panel to panel, and the kernel's transpose. */
  'inputAt',
  'inputPanel',
  'inputTransposedAt',
  /** Packed [output kernel; output bias], bytes from panel to panel, and the kernel's transpose. */
  'outputAt',
  'outputPanel',
  'outputTransposedAt',
  /** Where the gradients of both packed matrices lie among a thread's. */
  'inputGradient',
  'outputGradient',
  /** Gradients as plain rows. */
  'dKernelAt',
  'dEmbeddingAt',
  'dBiasAt',
  'dOutputKernelAt',
  'dOutputBiasAt',
] as const;

/** One per thread: its share of the rows and its own memory. */
export const SHARE_FIELDS = [
  /** First of its rows in the list at `rowsAt`, and their number. */
  'firstRow',
  'rows',
  /** Counts blocks, to distinguish a stalled thread from a slow one. */
  'progress',
  /** f64 [heads]: the losses of its rows. */
  'lossesAt',
  /** Gradients of all packed weights. */
  'gradientsAt',
  /** Embedding rows that each row of a block selects. */
  'selectedAt',
  /** Panels of a block's states, hidden layer and outputs; cotangents; transposes. */
  'statesAt',
  'hiddenAt',
  'outputsAt',
  'dStatesAt',
  'dHiddenAt',
  'statesTAt',
  'hiddenTAt',
] as const;

export type HeadsField = (typeof HEADS_FIELDS)[number];
export type HeadField = (typeof HEAD_FIELDS)[number];
export type ShareField = (typeof SHARE_FIELDS)[number];
