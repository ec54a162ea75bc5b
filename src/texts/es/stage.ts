import type { Translated } from '../catalogue';
import type { stage as English } from '../en/stage';

export const stage: Translated<typeof English> = {
  hear: 'Escuchar lo que hace',
  name: 'Rollo de piano y reproducción',
  roll: 'Rollo de piano',
  rollOf: 'Rollo de piano de {title}',
  lookingAt: 'Vista previa: {title}',
  score: 'Partitura',
  toRoll: 'Al rollo de piano',
  dropHere: 'Soltar aquí archivos MIDI o partituras',
  choosePiece: 'Elegir una pieza para verla y oírla',
  whatItDoes: 'Entrenar una pequeña red con ellos y dejar que componga.',
  continue: 'Continuar',
  continueFromHere: 'Continuar desde el cursor',
  again: 'Otra vez desde aquí',
  againHint: 'Compone de nuevo: {bars}. El resto se queda.',
  howToMark:
    'Compone de nuevo todos los compases desde el cursor. Para marcar compases, arrastrar sobre sus números con Mayús o pulsar M en el rollo.',
  againProgress: 'Progreso de la nueva composición',
  composedSoFar: '{percent, number} % compuesto',
  markedBars: 'Marcado: {bars}',
  cancel: 'Cancelar',
  cancelAgain: 'Cancelar la nueva composición',
  cancelAgainHint: 'La toma se queda como estaba.',
  learning: 'Aprendizaje',
  listenAsItLearns: 'Escuchar mientras aprende',
  attempts: 'Intentos',
  followRun: 'Seguir el entrenamiento',
  stopComparing: 'Dejar de comparar',
  listenTo: 'Escuchar {title}',
  pauseCompared: 'Pausar, comparando {title}',
};
