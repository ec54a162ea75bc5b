/** Why an engine does not run. */
export const engine = {
  drawnBySoftware: '{adapter} draws on the processor, where WASM is faster.',
} as const;
