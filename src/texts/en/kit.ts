/** The dialog that downloads a model with its data, to train it on a bigger machine. */
export const kit = {
  save: 'Train on a bigger machine',
  about:
    'One zip with the model, the pieces as numbers and a program in PyTorch: for one machine, for several GPUs, or for a Ray cluster. “Open a model” then opens the result, and the curve goes on where it stands now.',
  download: 'Download the kit',
  packing: 'Packing the kit…',
  noPieces: 'Add pieces to the library first: the kit holds what the model is to learn from.',
} as const;
