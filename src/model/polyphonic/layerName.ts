/** Layer names of a stack, numbered as Keras does: `lstm`, `lstm_1`, ... */
export function layerName(index: number): string {
  return index === 0 ? 'lstm' : `lstm_${index}`;
}
