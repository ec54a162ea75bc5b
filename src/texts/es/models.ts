import type { Translated } from '../catalogue';
import type { models as English } from '../en/models';

export const models: Translated<typeof English> = {
  elsewhere: 'Llevarlo a otra parte',
  models: 'Modelos',
  numbered: 'Modelo {number}',
  nameOf: 'Nombre de {title}',
  open: 'Abrir {title}',
  rename: 'Cambiar el nombre de {title}',
  saveToFile: 'Guardar {title} en un archivo',
  delete: 'Eliminar {title}',
  atHand: 'Actual',
  pieces: '{count, plural, one{# pieza} other{# piezas}}',
  epochs: '{count, plural, one{# época} other{# épocas}}',
  epochsOf: '{done, number} de {count, plural, one{# época} other{# épocas}}',
  validation: 'validación {loss}',
  save: 'Guardar el modelo',
  saveModelToFile: 'Guardar el modelo en un archivo',
  openFile: 'Abrir un modelo',
  none: 'Todavía no hay ningún modelo.',
  cannotOpen: '«{title}» no se puede abrir: está dañado o es de otra versión.',
  deleted: 'Se eliminó «{title}».',
  leftList:
    '«{title}» salió de la lista: se conservan los últimos {count, number} modelos. Guardado en un archivo, un modelo se conserva para siempre.',
  willBeGone: '«{title}» se perderá al cerrar esta página.',
  fileName: '{preset}, {count, plural, one{# época} other{# épocas}}',
  opened:
    'Se abrió un modelo: {preset}, {count, plural, one{# época} other{# épocas}}. Ya puede componer.',
  otherPlans:
    '{source, select, pieces{El modelo no contiene planes; sus tomas siguen los de sus piezas.} start{El modelo no contiene planes; sus tomas siguen los de las partituras aprendidas.} other{El modelo no contiene planes y no hay ninguno a mano: sus tomas no repiten nada hasta que añada piezas.}}',
  tookLastPlace: 'Ocupa el lugar del último.',
  placeTakenSince: 'Desde entonces un entrenamiento u otro modelo ha ocupado su lugar.',
  replaced: '«{now}» ocupa el lugar de «{before}».',
  earlier: 'El modelo anterior',
  titleClassic: 'Clásico (la red publicada)',
  titleStudioSmall: 'Estudio, pequeño',
  titleStudioMedium: 'Estudio, mediano',
  titleStudioLarge: 'Estudio, grande',
  titleFirstSmall: 'Estudio, pequeño (primera versión)',
  titleFirstMedium: 'Estudio, mediano (primera versión)',
  titleFirstLarge: 'Estudio, grande (primera versión)',
  aboutClassic: 'LSTM 256, dropout, densa 128, densa 88: una tecla tras otra, en pasos iguales.',
  aboutStudioSmall:
    'Piano polifónico con ritmo, dinámica, tonalidad y forma. El que aprende más rápido.',
  aboutStudioMedium:
    'Piano polifónico con ritmo, dinámica, tonalidad y forma. Suena bien tras un minuto.',
  aboutStudioLarge:
    'Piano polifónico con ritmo, dinámica, tonalidad y forma. Para muchas piezas y mucha paciencia.',
  aboutFirst: 'Piano polifónico sin memoria, tonalidad ni forma.',
  startsFromNothing: '{preset} siempre parte de cero.',
  madeWith: 'Este modelo se hizo con {preset}. Hay que elegir ese preajuste o partir de cero.',
  cannotTrainFurther:
    'Este modelo se hizo con otra versión de Etude y no se puede seguir entrenando.',
  noStartModel: 'Esta copia de Etude viene sin modelo.',
  startNotLoaded:
    'No se pudo cargar el modelo de Etude. Comprueba la conexión y vuelve a intentarlo.',
  startMissing: 'El modelo de Etude falta en este servidor.',
  startDamaged: 'El modelo de Etude llegó dañado. Vuelve a cargar esta página.',
  startHoldsNone: 'El archivo no contiene ningún modelo.',
  startUnusable: 'El modelo de Etude no se puede usar.',
  startRunsDamaged: 'El índice de aquello con lo que se enseñó al modelo está dañado.',
  fileDamaged: 'Este archivo de modelo está dañado; no se puede abrir.',
  fileAltered:
    'Este archivo de modelo está dañado: sus pesos están incompletos o fueron modificados.',
  fileNewer:
    'Este modelo se guardó con una versión más nueva de Etude; vuelve a cargar esta página.',
  fileUnknownPreset: 'Este modelo se hizo con un preajuste que esta versión de Etude no tiene.',
  fileForeign: 'Este modelo escribe la música de un modo que esta versión de Etude no conoce.',
  fileOtherShapes: 'Los pesos de este archivo de modelo no encajan con la red que nombra.',
  fileTooLarge: 'Descomprimido, este archivo de modelo es más grande que su modelo; no se abrió.',
  fileNotNumbers: 'Los pesos de este archivo de modelo no son todos números; no se puede usar.',
  weightMissing: 'Este modelo no encaja con su preajuste: «{name}» falta o es de otro tamaño.',
  otherShape: 'Estos pesos pertenecen a una red de otra forma.',
};
