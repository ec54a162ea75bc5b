import type { Translated } from '../catalogue';
import type { midi as English } from '../en/midi';

export const midi: Translated<typeof English> = {
  empty: 'Die Datei ist leer.',
  foreign:
    'Das ist {format, select, pdf{ein PDF-Dokument} png{ein Bild (PNG)} jpeg{ein Bild (JPEG)} gif{ein Bild (GIF)} zip{eine Zip-Datei} rar{ein RAR-Archiv, das erst zu entpacken ist} sevenZip{ein 7-Zip-Archiv, das erst zu entpacken ist} other{ein Gzip-Archiv, das erst zu entpacken ist}}, kein MIDI.',
  recording:
    'Das ist {format, select, wav{eine Tonaufnahme (WAV)} aiff{eine Tonaufnahme (AIFF)} mp3{eine Tonaufnahme (MP3)} aac{eine Tonaufnahme (AAC)} ogg{eine Tonaufnahme (Ogg)} flac{eine Tonaufnahme (FLAC)} m4a{eine Tonaufnahme (M4A)} mp4{eine Video- oder Tonaufnahme (MP4)} other{eine Video- oder Tonaufnahme (WebM oder Matroska)}}, kein MIDI: Exportiere MIDI oder MusicXML aus dem Programm, mit dem sie entstanden ist.',
  breaksOff: 'Die Datei bricht in ihren ersten Bytes ab; es ist keine Musik übrig.',
  text: 'Das ist eine Textdatei, kein MIDI, was auch immer ihr Name sagt.',
  beyondRepair: 'Der Anfang dieser MIDI-Datei ist so beschädigt, dass er nicht zu retten ist.',
  notMidi: 'Das ist keine MIDI-Datei.',
  noTracks: 'Die MIDI-Datei enthält keine Spuren.',
  noNotes: 'Die MIDI-Datei enthält keine Noten.',
  damagedThroughout: 'Die Datei ist durchgehend beschädigt; was übrig ist, ist nicht ihre Musik.',
  tooManyEvents:
    'Die Datei enthält mehr als {count, plural, one{# Note} other{# Noten}}, Pedalwechsel und Markierungen; kein Musikstück hat so viele.',
  musicXml:
    'Das ist eine Partitur in MusicXML, kein MIDI: in einem Notenprogramm wie MuseScore öffnen und als MIDI exportieren.',
  museScore: 'Das ist eine Partitur von MuseScore, kein MIDI: dort als MIDI exportieren.',
  mei: 'Das ist eine Partitur in MEI, kein MIDI: in einem Notenprogramm wie MuseScore öffnen und als MIDI exportieren.',
  abc: 'Das ist eine Melodie in ABC, kein MIDI: in einem Notenprogramm wie MuseScore öffnen und als MIDI exportieren.',
  humdrum:
    'Das ist eine Partitur in Humdrum, kein MIDI: in einem Notenprogramm wie MuseScore öffnen und als MIDI exportieren.',
  lilyPond:
    'Das ist eine Partitur von LilyPond, kein MIDI: einen \\midi-Block ergänzen und LilyPond ausführen.',
  guitarPro: 'Das ist eine Tabulatur von Guitar Pro, kein MIDI: dort als MIDI exportieren.',
  sibelius: 'Das ist eine Partitur von Sibelius, kein MIDI: dort als MIDI exportieren.',
  finale: 'Das ist eine Partitur von Finale, kein MIDI: dort als MIDI exportieren.',
  midi2: 'Das ist eine Datei in MIDI 2.0, kein MIDI: als Datei in MIDI 1.0 (.mid) exportieren.',
  gitLfs:
    'Das ist ein Verweis von Git LFS anstelle der Datei, kein MIDI: die Datei selbst mit "git lfs pull" holen.',
  gitAnnex:
    'Das ist ein Verweis von git-annex anstelle der Datei, kein MIDI: die Datei selbst mit "git annex get" holen.',
  webPage: 'Das ist eine Webseite anstelle der Datei, kein MIDI: die Datei selbst herunterladen.',
  base64: 'Das ist eine MIDI-Datei als Text (Base64), kein MIDI: erst dekodieren.',
  lostTopBit:
    'Jedes Byte dieser MIDI-Datei hat sein oberstes Bit verloren, wie in einem Text; die Datei wird ohne solche Umwandlung gebraucht.',
  partLostTopBit:
    'Ein Teil dieser MIDI-Datei hat in jedem Byte sein oberstes Bit verloren, wie in einem Text; die Datei wird ohne solche Umwandlung gebraucht.',
  lostZeros:
    'Alle Nullen dieser MIDI-Datei wurden entfernt, wie aus einem Text; die Datei wird ohne solche Umwandlung gebraucht.',
  rewrittenAsText:
    'Diese MIDI-Datei wurde als Text gelesen und neu geschrieben, wobei das meiste verloren ging; die Datei wird ohne solche Umwandlung gebraucht.',
  lineEndsChanged:
    'Die Zeilenenden in dieser MIDI-Datei wurden geändert, als wäre sie ein Text; die Datei wird ohne solche Umwandlung gebraucht.',
  utf8Undone: 'Als UTF-8 geschriebene Bytes wurden zurückverwandelt.',
  lineEndsUndone: 'Zeilenenden, die wie in einem Text geändert waren, wurden zurückgeändert.',
  noBeatLength: 'Die Datei sagt nicht, wie lang ihre Schläge sind; 480 Ticks wurden angenommen.',
  noFrameTicks:
    'Die Datei gibt einem Filmbild keine Ticks; Schläge von 480 Ticks wurden angenommen.',
  filmFrames:
    'Die Datei zählt die Zeit in Filmbildern (SMPTE); es wurden etwa 120 Schläge in der Minute angesetzt.',
  moreTracks:
    'Die Datei enthält mehr Spuren, als eine MIDI-Datei haben kann; der Rest wurde weggelassen.',
  fewerTracks:
    'Die Datei verspricht {promised, plural, one{# Spur} other{# Spuren}}, enthält aber {held, number}.',
  beginningMissing: 'Der Anfang der Datei fehlt; das Tempo kann falsch sein.',
  beginningDamaged: 'Der Anfang der Datei war beschädigt.',
  macBinary: 'Die Musik wurde aus einer MacBinary-Hülle geholt.',
  bytesBefore: '{count, plural, one{# Byte} other{# Bytes}} vor der Musik übersprungen.',
  piecesTaken:
    'Die Datei enthält {count, plural, one{# Stück} other{# Stücke}}; die ersten {taken} wurden genommen.',
  pieces: 'Die Datei enthält {count, plural, one{# Stück} other{# Stücke}} hintereinander.',
  pedalLeftDown:
    'Das Pedal wird getreten und nie wieder gehoben; Noten klingen höchstens zehn Sekunden, wie es Saiten tun.',
  pedalLiftedLate:
    'Das Pedal bleibt viel länger getreten, als Saiten klingen; Noten klingen höchstens zehn Sekunden.',
  longPiece:
    'Das ist ein sehr langes Stück: {count, plural, one{# Note wurde} other{alle # Noten wurden}} gelesen.',
  more: '{count, plural, one{# weitere Sache} other{# weitere Sachen}} dieser Art in Ordnung gebracht.',
  strayBytesBefore:
    '{count, plural, one{# verirrtes Byte} other{# verirrte Bytes}} vor Spur {track} übersprungen.',
  endedEarly: 'Spur {track} endete zu früh.',
  endedEarlyClosed:
    'Spur {track} endete zu früh; {count, plural, one{# Note wurde} other{# Noten wurden}} an ihrem Ende beendet.',
  noEndMark: 'Spur {track} hat keine Endmarke.',
  noEndMarkClosed:
    'Spur {track} hat keine Endmarke; {count, plural, one{# Note wurde} other{# Noten wurden}} an ihrem Ende beendet.',
  notesClosed:
    'Spur {track} hat Noten ohne Ende; {count, plural, one{# Note wurde} other{# Noten wurden}} bei der nächsten Note oder am Ende der Spur beendet.',
  wrongLength: 'Spur {track} nennt eine falsche Länge; sie wurde bis zu ihrer Endmarke gelesen.',
  afterEnd: 'Spur {track} geht hinter ihrer Endmarke weiter; was folgt, wurde auch gelesen.',
  lacksStatus:
    'Spur {track} sagt nicht, was ihr erstes Ereignis ist; es wurde als Note auf Kanal 1 gelesen.',
  strayBytes:
    '{count, plural, one{# verirrtes Byte} other{# verirrte Bytes}} in Spur {track} übersprungen.',
  damagedEvents:
    '{count, plural, one{# beschädigtes Ereignis} other{# beschädigte Ereignisse}} in Spur {track} weggelassen.',
  damagedVelocities:
    '{count, plural, one{# Note} other{# Noten}} mit unmöglicher Anschlagstärke in Spur {track} auf halbe Lautstärke gesetzt.',
  damagedWaits:
    '{count, plural, one{# unmöglich lange Pause} other{# unmöglich lange Pausen}} in Spur {track} weggelassen.',
  noLength:
    '{count, plural, one{# Note} other{# Noten}} ohne Länge in Spur {track} so kurz wie möglich gemacht.',
  damagedMarks:
    '{count, plural, one{# beschädigte Angabe} other{# beschädigte Angaben}} zu Tempo, Taktart oder Tonart in Spur {track} weggelassen.',
  tooLong:
    'Spur {track} dauert länger, als ein Stück dauern kann; was zu spät kommt, wurde weggelassen.',
};
