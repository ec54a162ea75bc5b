/** Names of the parts of a `.keras` file. */
export const METADATA_NAME = 'metadata.json';
export const CONFIG_NAME = 'config.json';
export const KERAS_WEIGHTS_NAME = 'model.weights.h5';
/** Everything of a checkpoint that Keras has no place for. */
export const ETUDE_NAME = 'etude.json';
/** Weights of the epoch that validated best; `Model.load_weights` reads them. */
export const BEST_WEIGHTS_NAME = 'best.weights.h5';
