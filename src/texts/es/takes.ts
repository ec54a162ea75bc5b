import type { Translated } from '../catalogue';
import type { takes as English } from '../en/takes';

export const takes: Translated<typeof English> = {
  list: 'Tomas',
  count: '{count, plural, one{# toma} other{# tomas}}',
  starred: 'Con estrella ({count, number})',
  downloadAll: 'Descargar todas',
  downloadAllStarred: 'Descargar todas las que tienen estrella',
  title: 'Toma {number}',
  fileName: 'Etude {date} toma {number}',
  fileNameAfter: 'Etude {date} toma {number} ({piece})',
  archiveName: 'Etude {date} tomas',
  titleOf: 'Título de {title}',
  show: 'Mostrar {title}',
  play: 'Reproducir {title}',
  pause: 'Pausar {title}',
  star: 'Poner estrella a {title}',
  compare: 'Comparar {title}',
  download: 'Descargar {title}',
  rename: 'Cambiar el nombre de {title}',
  remove: 'Quitar {title}',
  removed: 'Se quitó «{title}».',
  moreLikeThis: 'Más como esta',
  moreLike: 'Más como esta: {title}',
  moreLikeHint: 'El mismo plan, tonalidad y ajustes, con otras notas.',
  continue: 'Continuar',
  continueTitle: 'Continuar {title}',
  continueHint: 'Compone lo que sigue al cursor; si está al principio, lo que sigue al final.',
  details: 'Detalles',
  size: '{count, plural, one{# nota} other{# notas}} · {duration}',
  composing: 'componiendo, {percent, number} %',
  bestOf: 'La mejor de {count, number}',
  inKey: '{percent, number} % en la tonalidad',
  quality:
    '{tonic, select, yes{Acaba en la tónica} other{No acaba en la tónica}}{repeats, select, all{, repite según su plan} part{, repite parte de su plan} few{, se aparta de su plan} other{}}, {percent, number} % en la tonalidad.',
  bestQuality:
    'La mejor de {count, number}: {tonic, select, yes{acaba en la tónica} other{no acaba en la tónica}}{repeats, select, all{, repite según su plan} part{, repite parte de su plan} few{, se aparta de su plan} other{}}, {percent, number} % en la tonalidad.',
  form: 'Forma {letters}',
  afterPiece: 'según {title}',
  temperature: 'temp. {value}',
  topP: 'top-p {value}',
  seed: 'semilla {seed}',
  epochs: '{count, plural, one{# época} other{# épocas}}',
  steps: 'tras {count, plural, one{# paso} other{# pasos}}',
  opensWith: 'comienza con {title}',
  continuesFrom: 'continúa {title} desde el compás {place}',
  bars: '{count, plural, one{compás {first}} other{compases {first} a {last}}}',
  barsAgain:
    'Se {count, plural, one{volvió a componer el compás {first}} other{volvieron a componer los compases {first} a {last}}} de «{title}».',
  barsAgainRemark:
    'Se {count, plural, one{volvió a componer el compás {first}} other{volvieron a componer los compases {first} a {last}}}, semilla {seed}.',
  seedTried:
    'La semilla {seed} dio {fault, select, silence{silencio} dense{más notas de las que dos manos pueden tocar} other{siempre la misma nota}}; se probó la semilla {next}.',
  original: 'Original',
  passageAs: 'Un pasaje como en {title}',
  copiedFrom: 'Copiada en gran parte de {title}',
  nothingToCompare: 'Nada con que comparar',
  notCompared: 'No comparada con sus piezas',
  piecesAbsent:
    '{pieces, plural, one{La pieza de la que aprendió el modelo no está} other{Las # piezas de las que aprendió el modelo no están}} en esta biblioteca.',
  piecesMissing:
    'De las {pieces, number} piezas de las que aprendió el modelo, {missing, plural, one{# ya no está aquí} other{# ya no están aquí}}.',
  sharesNothing: 'No comparte ninguna serie de notas con las piezas de las que aprendió el modelo.',
  longestRun:
    'Serie más larga compartida con una pieza aprendida: {notes, plural, one{# nota} other{# notas}} ({title}, compás {bar}).',
  noUnseen: 'No hay ninguna pieza nueva para el modelo con que comparar.',
  unseenShare: 'Las piezas que nunca vio comparten hasta {most}.',
  sharesNothingTaught:
    'No comparte ninguna serie de {certain} notas con las {scores, number} partituras de las que aprendió el modelo de Etude.',
  longestRunTaught:
    'Compartida con las {scores, number} partituras de las que aprendió el modelo de Etude: una serie de al menos {notes, plural, one{# nota} other{# notas}} ({title}). 19 de cada 20 de las demás partituras comparten hasta {usual}.',
  alsoIn: 'también en {title}',
  alsoInBar: 'también en {title}, compás {bar}',
};
