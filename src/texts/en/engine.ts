/** Why an engine does not run, and what the engines are called in a sentence. */
export const engine = {
  drawnBySoftware: '{adapter} draws on the processor, where WASM is faster.',
  graphicsAdapter: 'the graphics adapter',
  processor: 'the processor',
  oneThread: 'the processor, with one thread',
  slowJavaScript: 'plain JavaScript, which is slow',
  plainJavaScript: 'plain JavaScript',
  unnamedAdapter: 'unnamed adapter',
  onlyLastResort: 'It is only for where nothing else runs.',
  slower: '{adapter} reaches {share, number} % of the speed.',
  lostInRun: 'It was lost during the run.',
  noneRuns: 'No engine runs here.',
  cannotBeUsed: '{engine} was asked for, but cannot be used.',
  chooseAnother: "Choose another engine in the engine's details.",
  tooSlow: 'Two training steps took more than {seconds, number} s.',
  notStarted: '{engine} could not be started.',
  noCanvas: 'This browser gives workers no canvas.',
  noWebgl2: 'This browser gives workers no WebGL 2.',
  onlyWebgl1: 'The LSTM needs WebGL 2, and this browser gives WebGL 1. Use another engine.',
  halfPrecision:
    'This graphics adapter computes in half precision, which is too coarse to train an LSTM. Use another engine.',
  takenAway: 'The browser took the graphics adapter away.',
  contextLost:
    'The browser has taken the graphics adapter away (WebGL context lost), and the numbers on it are gone. Go on from the last checkpoint.',
  cannotDraw: 'This graphics adapter cannot draw the LSTM (framebuffer status {status}).',
  noShader: 'No shader could be made.',
  shaderRefused: 'An LSTM shader was refused: {log}',
  textureTooLarge:
    'The LSTM needs a texture of {width} x {height}, and this graphics adapter allows {limit}: use a smaller batch, sequence or layer, or another engine.',
  noWebAssembly: 'This browser has no WebAssembly.',
  noSimd: 'The WebAssembly of this browser has no SIMD, which the kernels need.',
  kernelsNotLoaded: 'Could not load the WASM kernels ({status})',
  threadNotStarted: 'A helper thread did not start',
  threadFailed: 'A helper thread did not start: {reason}',
  threadLost:
    'A helper thread of the WASM kernels was lost: the training step is void, and training can go on from the last checkpoint once the kernels have been started again',
  outOfMemory:
    'The network needs {megabytes} MB, more than WebAssembly gives here: use fewer units, a smaller batch or shorter sequences',
} as const;
