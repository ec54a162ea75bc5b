/** Names of a stack's layers, as Keras counts them: `lstm`, `lstm_1`, ... */
export function layerName(index: number): string {
  return index === 0 ? 'lstm' : `lstm_${index}`;
}
