import type { Translated } from '../catalogue';
import type { midi as English } from '../en/midi';

export const midi: Translated<typeof English> = {
  empty: 'El archivo está vacío.',
  foreign:
    'Esto es {format, select, pdf{un documento PDF} png{una imagen (PNG)} jpeg{una imagen (JPEG)} gif{una imagen (GIF)} zip{un archivo zip} rar{un archivo RAR, que antes hay que descomprimir} sevenZip{un archivo 7-Zip, que antes hay que descomprimir} other{un archivo gzip, que antes hay que descomprimir}}, no MIDI.',
  recording:
    'Esto es {format, select, wav{una grabación de audio (WAV)} aiff{una grabación de audio (AIFF)} mp3{una grabación de audio (MP3)} aac{una grabación de audio (AAC)} ogg{una grabación de audio (Ogg)} flac{una grabación de audio (FLAC)} m4a{una grabación de audio (M4A)} mp4{una grabación de vídeo o audio (MP4)} other{una grabación de vídeo o audio (WebM o Matroska)}}, no MIDI: exporta MIDI o MusicXML desde el programa con el que se hizo.',
  breaksOff: 'El archivo se corta en sus primeros bytes; no queda música.',
  text: 'Esto es un archivo de texto, no MIDI, diga lo que diga su nombre.',
  beyondRepair: 'El comienzo de este archivo MIDI está dañado sin remedio.',
  notMidi: 'Esto no es un archivo MIDI.',
  noTracks: 'El archivo MIDI no contiene pistas.',
  noNotes: 'El archivo MIDI no contiene notas.',
  damagedThroughout: 'El archivo está dañado de principio a fin; lo que queda no es su música.',
  tooManyEvents:
    'El archivo contiene más de {count, plural, one{# nota} other{# notas}}, movimientos de pedal y marcas; ninguna pieza tiene tantas.',
  musicXml:
    'Esto es una partitura MusicXML, no MIDI: hay que abrirla en un programa de notación, como MuseScore, y exportarla como MIDI.',
  museScore: 'Esto es una partitura de MuseScore, no MIDI: hay que exportarla allí como MIDI.',
  mei: 'Esto es una partitura MEI, no MIDI: hay que abrirla en un programa de notación, como MuseScore, y exportarla como MIDI.',
  abc: 'Esto es una melodía en ABC, no MIDI: hay que abrirla en un programa de notación, como MuseScore, y exportarla como MIDI.',
  humdrum:
    'Esto es una partitura Humdrum, no MIDI: hay que abrirla en un programa de notación, como MuseScore, y exportarla como MIDI.',
  lilyPond:
    'Esto es una partitura de LilyPond, no MIDI: hay que añadir un bloque \\midi y ejecutar LilyPond.',
  guitarPro: 'Esto es una tablatura de Guitar Pro, no MIDI: hay que exportarla allí como MIDI.',
  sibelius: 'Esto es una partitura de Sibelius, no MIDI: hay que exportarla allí como MIDI.',
  finale: 'Esto es una partitura de Finale, no MIDI: hay que exportarla allí como MIDI.',
  midi2: 'Esto es un archivo MIDI 2.0, no MIDI: hay que exportarlo como archivo MIDI 1.0 (.mid).',
  gitLfs:
    'Esto es un puntero de Git LFS en lugar del archivo, no MIDI: el archivo se obtiene con "git lfs pull".',
  gitAnnex:
    'Esto es un puntero de git-annex en lugar del archivo, no MIDI: el archivo se obtiene con "git annex get".',
  webPage:
    'Esto es una página web en lugar del archivo, no MIDI: hay que descargar el archivo mismo.',
  base64:
    'Esto es un archivo MIDI escrito como texto (base64), no MIDI: antes hay que descodificarlo.',
  lostTopBit:
    'Cada byte de este archivo MIDI perdió su bit más alto, como en un texto; hay que obtener el archivo sin esa conversión.',
  partLostTopBit:
    'Una parte de este archivo MIDI perdió el bit más alto de cada byte, como en un texto; hay que obtener el archivo sin esa conversión.',
  lostZeros:
    'Se quitaron todos los ceros de este archivo MIDI, como en un texto; hay que obtener el archivo sin esa conversión.',
  rewrittenAsText:
    'Este archivo MIDI se leyó y se volvió a escribir como texto, y así perdió casi todo; hay que obtener el archivo sin esa conversión.',
  lineEndsChanged:
    'Los finales de línea de este archivo MIDI se cambiaron como si fuera un texto; hay que obtener el archivo sin esa conversión.',
  utf8Undone: 'Se recuperaron los bytes escritos como UTF-8.',
  lineEndsUndone: 'Se recuperaron los finales de línea, cambiados como en un texto.',
  noBeatLength: 'El archivo no dice cuánto duran sus pulsos; se tomaron 480 tics.',
  noFrameTicks: 'El archivo no da tics a los fotogramas; se tomaron pulsos de 480 tics.',
  filmFrames:
    'El archivo mide el tiempo en fotogramas (SMPTE); se tomaron unos 120 pulsos por minuto.',
  moreTracks:
    'El archivo contiene más pistas de las que caben en un archivo MIDI; el resto se omitió.',
  fewerTracks:
    'El archivo promete {promised, plural, one{# pista} other{# pistas}}, pero contiene {held, number}.',
  beginningMissing: 'Falta el comienzo del archivo; el tempo puede ser incorrecto.',
  beginningDamaged: 'El comienzo del archivo estaba dañado.',
  macBinary: 'La música se sacó de un envoltorio MacBinary.',
  bytesBefore:
    '{count, plural, one{Se omitió # byte} other{Se omitieron # bytes}} antes de la música.',
  piecesTaken:
    'El archivo contiene {count, plural, one{# pieza} other{# piezas}}; se tomaron las primeras {taken}.',
  pieces: 'El archivo contiene {count, plural, one{# pieza} other{# piezas}} seguidas.',
  pedalLeftDown:
    'El pedal se pisa y nunca se vuelve a levantar; las notas suenan diez segundos como mucho, igual que las cuerdas.',
  pedalLiftedLate:
    'El pedal queda pisado mucho más tiempo del que suenan las cuerdas; las notas suenan diez segundos como mucho.',
  longPiece:
    'Es una pieza muy larga: {count, plural, one{se leyó # nota} other{se leyeron sus # notas}}.',
  more: '{count, plural, one{Se arregló # cosa más} other{Se arreglaron # cosas más}} de este tipo.',
  strayBytesBefore:
    '{count, plural, one{Se omitió # byte suelto} other{Se omitieron # bytes sueltos}} antes de la pista {track}.',
  endedEarly: 'La pista {track} acabó antes de tiempo.',
  endedEarlyClosed:
    'La pista {track} acabó antes de tiempo; {count, plural, one{se cerró # nota} other{se cerraron # notas}} en su final.',
  noEndMark: 'La pista {track} no tiene marca de fin.',
  noEndMarkClosed:
    'La pista {track} no tiene marca de fin; {count, plural, one{se cerró # nota} other{se cerraron # notas}} en su final.',
  notesClosed:
    'La pista {track} tiene notas sin fin; {count, plural, one{se cerró # nota} other{se cerraron # notas}} en la nota siguiente o al final de la pista.',
  wrongLength: 'La pista {track} indica una longitud incorrecta; se leyó hasta su marca de fin.',
  afterEnd: 'La pista {track} sigue tras su marca de fin; lo que sigue también se leyó.',
  lacksStatus:
    'La pista {track} no dice qué es su primer evento; se leyó como una nota en el canal 1.',
  strayBytes:
    '{count, plural, one{Se omitió # byte suelto} other{Se omitieron # bytes sueltos}} en la pista {track}.',
  damagedEvents:
    '{count, plural, one{Se omitió # evento dañado} other{Se omitieron # eventos dañados}} en la pista {track}.',
  damagedVelocities:
    '{count, plural, one{# nota} other{# notas}} de intensidad imposible en la pista {track}: ahora a media intensidad.',
  damagedWaits:
    '{count, plural, one{Se omitió # espera} other{Se omitieron # esperas}} de duración imposible en la pista {track}.',
  noLength:
    '{count, plural, one{# nota} other{# notas}} sin duración en la pista {track}: ahora con la más breve posible.',
  damagedMarks:
    '{count, plural, one{Se omitió # indicación dañada} other{Se omitieron # indicaciones dañadas}} de tempo, compás o tonalidad en la pista {track}.',
  tooLong:
    'La pista {track} dura más de lo que puede durar una pieza; lo que llega demasiado tarde se omitió.',
};
