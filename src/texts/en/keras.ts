/** Files of Keras: the dialog that writes one, and why one is not opened. */
export const keras = {
  save: 'Download for Keras',
  saveNamed: 'Download {title} for Keras',
  about:
    'One file with weights, graph and the state of Adam. Keras 3 opens it with no code of Etude; in Etude it opens again by “Open a model”.',
  download: 'Download the .keras file',
  opened: 'Opened a model from Keras: {preset}. It is ready to compose.',
  endsEarly:
    'This Keras model is another network than Etude’s: it ends before layer {number, number}, which is {ours} here.',
  otherClass:
    'This Keras model is another network than Etude’s: layer {layer} is {theirs}, and {ours} here.',
  otherValue:
    'This Keras model is another network than Etude’s: “{key}” of layer {layer} is {theirs}, and {ours} here.',
  oneMore: 'This Keras model is another network than Etude’s: it has one more layer, {theirs}.',
  vocabulary:
    'This Keras model is another network than Etude’s: it chooses among {units, number} notes and chords of its own vocabulary, and Classic among {keys, number} piano keys.',
  noLayer: 'This Keras model is another network than Etude’s: it has no layer “{name}”.',
  otherInputs:
    'This Keras model is another network than Etude’s: layer “{name}” reads other layers than here.',
  otherKind:
    'This Keras model is another network than Etude’s: it has a layer of another kind, {theirs}.',
  moreLearning:
    'This Keras model is another network than Etude’s: {theirs, number} of its layers learn, and {ours, number} here.',
  noWeights:
    'This Keras model is another network than Etude’s: layer “{name}” has no weights of {ours}.',
  otherShape:
    'This Keras model is another network than Etude’s: the weights of layer “{name}” are {theirs}, and {ours} here.',
  otherFeatures:
    'This Keras model is another network than Etude’s: its keys have other features at the input.',
  damaged: 'This Keras file is damaged; it cannot be opened.',
  newerForm:
    'This HDF5 file has a form that Keras does not write; save the model with Keras again.',
  packed:
    'This HDF5 file holds compressed arrays; save the model with Keras again, without compression.',
  otherNumbers:
    'The weights in this Keras file are {kind, select, integer{integers} float{floating-point numbers} other{no plain numbers}} of {bits, number} bits; save the model in float32.',
  tooLarge: 'Unpacked, this Keras file is larger than any of Etude’s models; it was not opened.',
  notNumbers: 'The weights in this Keras file are not all numbers; it cannot be used.',
  noModel: 'This Keras file describes no model of layers; it cannot be opened.',
  noKerasWeights: 'This HDF5 file holds no weights of a Keras model.',
} as const;
