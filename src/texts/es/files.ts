import type { Translated } from '../catalogue';
import type { files as English } from '../en/files';

export const files: Translated<typeof English> = {
  tooLarge: 'El archivo ocupa más de {megabytes} MB; ningún archivo MIDI es tan grande.',
  zipTooLarge: 'El archivo zip ocupa más de {megabytes} MB; hay que descomprimirlo.',
  notOpened: 'No se pudo abrir el archivo; quizá se movió o se cambió.',
  outOfMemory: 'El archivo es demasiado grande para leerlo aquí.',
  onlyPercussion: 'Solo contiene percusión, que el entrenamiento deja fuera.',
  zipInZip: 'Es un zip dentro de un zip; hay que descomprimir el exterior y añadir este aparte.',
  damagedEntry:
    'El archivo zip está dañado en este archivo; algunas de sus notas pueden ser incorrectas.',
  zipDamaged:
    'Este archivo zip está dañado; {pieces, plural, one{se añadió # pieza} other{se añadieron # piezas}} de él.',
  zipEmpty: 'Este archivo zip no contiene archivos que puedan ser música.',
  encrypted:
    '{count, plural, one{# archivo de este zip está protegido} other{# archivos de este zip están protegidos}} con contraseña; hay que descomprimirlo y añadir su contenido.',
  shared:
    '{count, plural, one{Se omitió # archivo de este zip que ocupa} other{Se omitieron # archivos de este zip que ocupan}} los mismos bytes que otro.',
  tooMany:
    'Este zip contiene más de {limit, number} archivos; se miraron los primeros {limit, number}.',
  notReached:
    'Descomprimido, este zip ocupa más de {megabytes} MB; {count, plural, one{se omitió # archivo} other{se omitieron # archivos}} de su final.',
  expandsTooFar:
    'Descomprimido, este archivo es mucho mayor que cualquier archivo MIDI; se omitió.',
  unknownMethod:
    'Este archivo está comprimido de una forma que Etude no conoce; antes hay que descomprimir el zip.',
};
