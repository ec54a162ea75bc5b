import type { Translated } from '../catalogue';
import type { roll as English } from '../en/roll';

export const roll: Translated<typeof English> = {
  role: 'Notenrolle',
  /** By fifths. */
  pitchNames:
    'Feses Ceses Geses Deses Asas Eses Heses Fes Ces Ges Des As Es B F C G D A E H Fis Cis Gis Dis Ais Eis His Fisis Cisis Gisis Disis Aisis Eisis Hisis',
  noNotes: 'Keine Noten',
  summary:
    '{notes, plural, one{# Note} other{# Noten}}, {bars, plural, one{# Takt} other{# Takte}}, {range}',
  range: '{lowest} bis {highest}',
  place: 'Takt {place}',
  note: '{pitch}, {place}.',
  noteWithOdds:
    '{pitch}, {place}. Wahrscheinlichkeit {probability}. Am wahrscheinlichsten: {likeliest}.',
  marked: 'Markiert: {text}.',
  markedFrom: 'Markiert ab Takt {place}: {count, plural, one{# Note} other{# Noten}}, {text}.',
  fromOpening: 'Aus dem Anfangsstück',
  chosenAt: 'Gewählt bei {probability}',
  likeliestKeys: 'Wahrscheinlichste Tasten',
  percent: '{percent} %',
  below: '< {percent} %',
  opening: 'Anfang',
  leftOut: 'nicht gelernt',
  leftOutNotes: '{count, plural, one{# Note wird} other{# Noten werden}} nicht gelernt.',
  probable: 'erwartet',
  surprising: 'überraschend',
  zoomOut: 'Verkleinern',
  zoomIn: 'Vergrößern',
  showAll: 'Alles zeigen',
  form: 'Form',
  keysHelp:
    'Pfeil links und rechts verschieben die Abspielposition um einen Schlag, mit Umschalt um einen Takt; Pfeil auf und ab rollen durch die Tonhöhen. Pos1 und Ende führen zum Anfang und zum Ende, Bild auf und Bild ab blättern. Plus und Minus zoomen, 0 zeigt alles. Punkt und Komma gehen von Note zu Note und lesen sie vor, die Eingabetaste setzt die Abspielposition auf diese Note, Escape lässt sie los.',
  markHelp:
    'M markiert den Takt an der Abspielposition und mit jedem weiteren Druck den nächsten, Escape hebt die Markierung auf.',
};
