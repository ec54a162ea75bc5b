import type { Translated } from '../catalogue';
import type { run as English } from '../en/run';

export const run: Translated<typeof English> = {
  notTrained: 'Todavía sin entrenar.',
  stoppedBeforeSave: 'Detenido antes del primer guardado.',
  preparingEngine: 'Preparando el motor...',
  firstStep: 'Dando el primer paso...',
  paused: 'En pausa',
  place: 'Época {epoch} de {epochs} · lote {batch} de {batches}',
  stopping: 'Deteniendo: se termina el paso y se conserva lo aprendido...',
  endedEarly: 'El entrenamiento terminó antes de tiempo.',
  modelReady:
    'Hay un modelo listo: {count, plural, one{# época} other{# épocas}} de entrenamiento.',
  worseFromFirst: 'La validación fue mejor en la primera época y después solo empeoró.',
  firstKept: 'Se conserva el modelo de esa época.',
  stoppedAfter: 'Detenido tras {done, number} de {asked, plural, one{# época} other{# épocas}}.',
  done: 'Listo · {count, plural, one{# época} other{# épocas}}.',
  doneEarly:
    'Listo · {done, number} de {asked, plural, one{# época} other{# épocas}}: la validación llevaba {since, number} sin mejorar.',
  modelKept: 'El modelo se conserva.',
  modelStays: '«{model}» se queda.',
  modelWasBetter: '«{model}» era mejor antes, y se queda.',
  modelIsBetter: '«{model}» es mejor, y se queda.',
  usesPieces:
    'Este entrenamiento usa {count, plural, one{la # pieza con la que} other{las # piezas con las que}} empezó.',
  piecesGone:
    '{count, plural, one{# de ellas ya no está} other{# de ellas ya no están}} en tu biblioteca.',
  elsewhere:
    'Hay un entrenamiento en otra pestaña. Aquí se puede mirar y componer; se podrá entrenar cuando aquel termine.',
  underWay: 'Hay un entrenamiento en curso: primero hay que detenerlo.',
  underWayAdd:
    'Hay un entrenamiento en curso: primero hay que detenerlo y después añadir este modelo.',
  notBroughtBack: 'No se pudo recuperar tu último modelo.',
  isGone: 'Ya no está, o lo hizo otra versión de Etude.',
  discarded: 'Se descartó el entrenamiento interrumpido.',
  notRemoved: 'No se pudo quitar tu último modelo.',
  placeTakenSince: 'Desde entonces otro entrenamiento ha ocupado su lugar.',
  goingOn: 'Continuando desde el último guardado...',
  goesOnItself:
    'El entrenamiento continúa por sí solo desde {epoch, plural, =0{el último guardado} one{el último guardado, en la época #} other{el último guardado, en la época #}}.',
  goesOnElsewhere:
    'El entrenamiento continúa desde {epoch, plural, =0{el último guardado} one{el último guardado, en la época #} other{el último guardado, en la época #}} con otro motor: {engine}.',
  noEngineLeft: 'No queda ningún motor con el que continuar.',
  halved:
    'La pérdida dejó de ser un número. El entrenamiento continúa desde {epoch, plural, =0{el último guardado} one{el último guardado, en la época #} other{el último guardado, en la época #}} con la mitad de la tasa de aprendizaje, {rate, number, ::.##########}.',
  halvedInVain:
    'La pérdida dejó de ser un número, incluso tras reducir la tasa de aprendizaje a la mitad {count, plural, one{# vez} other{# veces}}, hasta {rate, number, ::.##########}. Conviene empezar con una tasa mucho menor o revisar las piezas.',
  diverged:
    'La pérdida ya no es un número: la tasa de aprendizaje es demasiado alta para estos datos. Hay que bajarla y volver a entrenar.',
  nothingPlayable: 'No se compuso nada que se pueda tocar en estos compases. Prueba otra vez.',
  barsCannotBeComposed:
    'Los compases de tomas con esta codificación no se pueden volver a componer.',
  noSuchBars: 'La toma no tiene esos compases.',
  nothingToLearn: 'Ninguna de las piezas elegidas contiene notas de las que aprender.',
  preparing: 'Preparando el motor ({backend})...',
  wrongNumbers:
    'Calcula mal en este equipo: una pérdida de {loss} en el paso de entrenamiento {step}, donde lo correcto es {known}.',
  workCancelled: 'El trabajo se canceló.',
  workerStopped: 'El worker se detuvo: {reason}.',
  workerNotLoaded: 'El worker se detuvo: no se pudo cargar.',
  workerUnread: 'No se pudo leer un mensaje del worker.',
  workerLost: 'Se perdió el worker.',
};
