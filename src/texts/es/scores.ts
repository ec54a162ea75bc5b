import type { Translated } from '../catalogue';
import type { scores as English } from '../en/scores';

export const scores: Translated<typeof English> = {
  download: 'Descargar partitura',
  downloadOf: 'Descargar partitura de {title}',
  viewOf: 'Partitura de {title}',
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  page: 'Página {page, number}',
  pageOf: 'Página {page, number} de {pages, number}',
  progress: 'Progreso del grabado de la partitura',
  barsDone: '{done, number} de {total, number} compases',
  print: 'Imprimir',
  printProgress: 'Progreso de la impresión',
  cancelPrint: 'Cancelar la impresión',
  engraving: 'Se está grabando la partitura.',
  onceFinished: 'La partitura aparece cuando la toma está terminada.',
  onlyDrums: 'Esta pieza solo tiene percusión; Etude no escribe partitura de ella.',
  notShown: 'No se ha podido mostrar la partitura: {reason}',
  notPrinted: 'No se ha podido imprimir la partitura: {reason}',
  barOf: 'Compás {bar, number} de {total, number}',
  role: 'partitura',
  notWritten: 'No se pudo escribir la partitura: {reason}',
  notWritable: 'Esta pieza es demasiado larga para una partitura.',
  noDivisions: 'Esta partitura no dice cuánto duran sus notas: le falta el dato «divisions».',
  wrongLengths: 'Esta partitura indica duraciones que ninguna nota tiene.',
  tooLong:
    'Tocada con sus repeticiones, esta partitura es más larga de lo que Etude puede guardar.',
  tooLarge: 'Esta partitura ocupa más de 48 MB; Etude no la abre.',
  noNotes: 'Esta partitura no contiene notas.',
  damaged: 'Esta partitura está dañada; no se pudo leer música de ella.',
  timewise:
    'Esta partitura MusicXML está ordenada por tiempo (score-timewise): expórtala ordenada por partes, como hacen los programas de notación.',
  entities:
    'Este archivo declara entidades XML propias, cosa que ninguna partitura hace; no se abrió.',
  nesting:
    'Los elementos de este archivo están anidados a más profundidad que en cualquier partitura; no se abrió.',
  breaksOff: 'La partitura se interrumpe; se leyó todo hasta ahí.',
  tunesLeftOut:
    '{count, plural, one{Se omitió # pieza sin notas.} other{Se omitieron # piezas sin notas.}}',
  tunesNotRead:
    '{count, plural, one{Se omitió # pieza que no se pudo leer.} other{Se omitieron # piezas que no se pudieron leer.}}',
  tooManyTunes: 'Este libro contiene más de {most, number} piezas; divídelo en varios archivos.',
  tuneTooLong: 'Esta pieza en ABC es más larga que ninguna otra; Etude no la abre.',
  noReader:
    'No se pudo cargar la parte de Etude que lee partituras; conéctate y añade el archivo otra vez.',
  noScoreInside: 'Esta partitura comprimida no nombra ninguna partitura que esté en ella.',
};
