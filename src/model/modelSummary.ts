/** Rows of the "Model summary" table. */

export interface LayerSummary {
  /** E.g. `LSTM, 256 units`. */
  layer: string;
  /** Output shape; `null` is the batch. */
  outputShape: (number | null)[];
  parameters: number;
}

export interface ModelSummary {
  layers: LayerSummary[];
  parameters: number;
}
