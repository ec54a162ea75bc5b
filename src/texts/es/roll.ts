import type { Translated } from '../catalogue';
import type { roll as English } from '../en/roll';

export const roll: Translated<typeof English> = {
  role: 'rollo de piano',
  /** By fifths. */
  pitchNames:
    'Fa♭♭ Do♭♭ Sol♭♭ Re♭♭ La♭♭ Mi♭♭ Si♭♭ Fa♭ Do♭ Sol♭ Re♭ La♭ Mi♭ Si♭ Fa Do Sol Re La Mi Si Fa♯ Do♯ Sol♯ Re♯ La♯ Mi♯ Si♯ Fa♯♯ Do♯♯ Sol♯♯ Re♯♯ La♯♯ Mi♯♯ Si♯♯',
  noNotes: 'Sin notas',
  summary:
    '{notes, plural, one{# nota} other{# notas}}, {bars, plural, one{# compás} other{# compases}}, {range}',
  range: '{lowest} a {highest}',
  place: 'compás {place}',
  note: '{pitch}, {place}.',
  noteWithOdds: '{pitch}, {place}. Probabilidad {probability}. Más probables: {likeliest}.',
  marked: 'Marcado: {text}.',
  markedFrom:
    'Marcado desde el compás {place}: {count, plural, one{# nota} other{# notas}}, {text}.',
  fromOpening: 'De la pieza inicial',
  chosenAt: 'Elegida con {probability}',
  likeliestKeys: 'Teclas más probables',
  percent: '{percent} %',
  below: '< {percent} %',
  opening: 'inicio',
  leftOut: 'no se aprende',
  leftOutNotes: '{count, plural, one{# nota no se aprende} other{# notas no se aprenden}}.',
  probable: 'probable',
  surprising: 'sorprendente',
  zoomOut: 'Alejar',
  zoomIn: 'Acercar',
  showAll: 'Mostrar todo',
  form: 'Forma',
  keysHelp:
    'Las flechas izquierda y derecha mueven el cursor un pulso; con Mayús, un compás. Las flechas arriba y abajo desplazan las alturas. Inicio y Fin llevan al principio y al final; Re Pág y Av Pág pasan páginas. Más y menos acercan y alejan, 0 muestra todo. Punto y coma recorren las notas y las leen en voz alta; Intro lleva el cursor a esa nota y Escape la suelta.',
  markHelp:
    'M marca el compás del cursor y, con cada pulsación, el siguiente; Escape quita la marca.',
};
