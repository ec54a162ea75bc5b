/** How a run goes, fails or ends, and what the workers say of it. */
export const run = {
  notTrained: 'Not trained yet.',
  stoppedBeforeSave: 'Stopped before the first save.',
  preparingEngine: 'Preparing the engine...',
  firstStep: 'Taking the first step...',
  paused: 'Paused',
  place: 'Epoch {epoch} of {epochs} · batch {batch} of {batches}',
  stopping: 'Stopping: finishing the step, keeping what was learnt...',
  endedEarly: 'The run ended early.',
  modelReady: 'A model is ready: {count, plural, one{# epoch} other{# epochs}} of training.',
  worseFromFirst: 'Validation was best in the first epoch and only got worse after it.',
  firstKept: 'The model of that epoch is kept.',
  stoppedAfter: 'Stopped after {done, number} of {asked, plural, one{# epoch} other{# epochs}}.',
  done: 'Done · {count, plural, one{# epoch} other{# epochs}}.',
  doneEarly:
    'Done · {done, number} of {asked, plural, one{# epoch} other{# epochs}}: validation had not become better for {since, number}.',
  modelKept: 'The model is kept.',
  modelStays: '“{model}” stays.',
  modelWasBetter: '“{model}” was better before, and stays.',
  modelIsBetter: '“{model}” is better, and stays.',
  usesPieces: 'This run uses the {count, plural, one{# piece} other{# pieces}} it started with.',
  piecesGone: '{count, plural, one{# of them is} other{# of them are}} no longer in your library.',
  elsewhere:
    'A run is active in another tab. Look around and compose here; training can start once that run has ended.',
  underWay: 'A run is under way: stop it first.',
  underWayAdd: 'A run is under way: stop it first, then add this model.',
  notBroughtBack: 'Your last model could not be brought back.',
  isGone: 'It is gone, or another version of Etude made it.',
  discarded: 'Discarded the interrupted run.',
  notRemoved: 'Your last model could not be removed.',
  placeTakenSince: 'A run has taken its place since.',
  goingOn: 'Going on from the last save...',
  goesOnItself:
    'Training goes on by itself from {epoch, plural, =0{the last save} one{the last save, in epoch #} other{the last save, in epoch #}}.',
  goesOnElsewhere:
    'Training goes on from {epoch, plural, =0{the last save} one{the last save, in epoch #} other{the last save, in epoch #}} on another engine: {engine}.',
  noEngineLeft: 'No engine is left to go on with.',
  halved:
    'The loss was no longer a number. Training goes on from {epoch, plural, =0{the last save} one{the last save, in epoch #} other{the last save, in epoch #}} with half the learning rate, {rate, number, ::.##########}.',
  halvedInVain:
    'The loss was no longer a number, even after the learning rate was halved {count, plural, one{# time} other{# times}}, to {rate, number, ::.##########}. Start with a much lower learning rate, or look at the pieces.',
  diverged:
    'The loss is no longer a number: the learning rate is too high for this data. Lower it and train again.',
  nothingPlayable: 'Nothing playable was composed for these bars. Try once more.',
  barsCannotBeComposed: 'Bars of takes in this encoding cannot be composed again.',
  noSuchBars: 'The take has no such bars.',
  nothingToLearn: 'None of the chosen pieces holds notes to learn from.',
  preparing: 'Preparing the engine ({backend})...',
  wrongNumbers:
    'It computes wrong numbers on this machine: a loss of {loss} in training step {step}, where {known} is right.',
  workCancelled: 'The work was cancelled.',
  workerStopped: 'The worker stopped: {reason}.',
  workerNotLoaded: 'The worker stopped: it could not be loaded.',
  workerUnread: 'A message from the worker could not be read.',
  workerLost: 'The worker was lost.',
} as const;
