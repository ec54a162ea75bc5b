import type { Translated } from '../catalogue';
import type { compose as English } from '../en/compose';

export const compose: Translated<typeof English> = {
  settings: 'Einstellungen der nächsten Takes',
  length: 'Länge',
  lengthNotes: '{count, plural, one{# Note} other{# Noten}} in gleichmäßigen Schritten.',
  lengthBars:
    '{count, plural, one{# Takt} other{# Takte}}, der letzte endet mit einem Schlussakkord.',
  lengthBarsThenChord:
    '{count, plural, one{# Takt} other{# Takte}}, dann ein Schlussakkord auf dem nächsten Taktstrich.',
  key: 'Tonart',
  anyKey: 'Jede Tonart',
  keyAsLearnt: 'Wie in den Stücken',
  major: 'Dur',
  minor: 'Moll',
  pentatonic: 'Pentatonisch',
  majorKey: `{tonic, select, 0{C-Dur} 1{Des-Dur} 2{D-Dur} 3{Es-Dur} 4{E-Dur} 5{F-Dur}
    6{Fis-Dur} 7{G-Dur} 8{As-Dur} 9{A-Dur} 10{B-Dur} other{H-Dur}}`,
  minorKey: `{tonic, select, 0{c-Moll} 1{cis-Moll} 2{d-Moll} 3{es-Moll} 4{e-Moll} 5{f-Moll}
    6{fis-Moll} 7{g-Moll} 8{gis-Moll} 9{a-Moll} 10{b-Moll} other{h-Moll}}`,
  pentatonicKey: `{tonic, select, 0{C-Pentatonik} 1{Des-Pentatonik} 2{D-Pentatonik}
    3{Es-Pentatonik} 4{E-Pentatonik} 5{F-Pentatonik} 6{Fis-Pentatonik} 7{G-Pentatonik}
    8{As-Pentatonik} 9{A-Pentatonik} 10{B-Pentatonik} other{H-Pentatonik}}`,
  strictKey: 'Nur Töne dieser Tonart',
  style: 'Stil',
  form: 'Form',
  formDrawn: 'Aus den eigenen Stücken gezogen',
  formTaught: 'Aus den gelernten Partituren gezogen',
  formFree: 'Frei',
  formAs: 'Wie in {title}',
  formAsRemoved: 'Wie in einem entfernten Stück',
  repetition: 'Wiederholung',
  repetitionLess: 'Weniger',
  repetitionAsLearnt: 'Wie gelernt',
  repetitionMore: 'Mehr',
  safeWild: 'Brav – wild',
  safe: 'Brav',
  ratherSafe: 'Eher brav',
  balanced: 'Ausgewogen',
  ratherWild: 'Eher wild',
  wild: 'Wild',
  customWildness: 'Eigene Werte',
  opening: 'Anfang',
  silence: 'Stille',
  startOfPiece: 'Der Anfang eines Stücks',
  advanced: 'Erweitert',
  temperature: 'Temperatur',
  topP: 'Top-p',
  rhythmTemperature: 'Temperatur des Rhythmus',
  takesAtOnce: 'Takes auf einmal',
  seed: 'Startwert',
  lockSeed: 'Startwert festhalten',
  newSeed: 'Neuer Startwert',
  seedLocked: 'Der Startwert ist fest: gleiche Einstellungen ergeben gleiche Takes.',
  generate: 'Erzeugen',
  cancel: 'Abbrechen',
  cancelGenerating: 'Erzeugen abbrechen',
  progress: 'Fortschritt beim Erzeugen',
  composed: '{percent, number} % komponiert',
  loadingModel: 'Etudes Modell wird geladen: {percent, number} %',
  trainFirst: 'Erst trainieren: Es gibt noch kein Modell.',
  ownModel: 'Etudes eigenes Modell',
  ownModelTaught:
    'Etudes eigenes Modell: hat aus {scores, plural, one{# Partitur} other{# Partituren}} gelernt.',
  credits: 'Quellen und Dank',
  creditsOfModel: 'Quellen und Dank zu Etudes eigenem Modell',
  sources: 'Quellen',
  source: '{title}: {scores, plural, one{# Partitur} other{# Partituren}}, {licences}',
  composers: 'Komponisten',
  taught:
    'Gelernt aus {scores, plural, one{# Partitur} other{# Partituren}} mit {notes, number} Noten, von {composers, plural, one{# Komponisten} other{# Komponisten}}, darunter {names}. {epochs, plural, one{# Epoche} other{# Epochen}} in {minutes, plural, one{# Minute} other{# Minuten}}, {date}.',
  heldOut:
    'Bei {scores, plural, one{# Partitur} other{# Partituren}} von {composers, plural, one{# Komponisten} other{# Komponisten}}, aus denen es nicht gelernt hat, braucht es {nats} Nats pro Note. 19 von 20 dieser Partituren haben höchstens {usual, plural, one{# Note} other{# Noten}} in Folge mit einer gelernten gemeinsam.',
  otherVersion:
    'Dieses Modell wurde mit einer anderen Version von Etude trainiert und kann hier nicht komponieren.',
  noAgain: 'Dieses Modell kann Takte eines Takes nicht neu komponieren.',
  cancelled: 'Das Komponieren wurde abgebrochen.',
};
