import type { Translated } from '../catalogue';
import type { keras as English } from '../en/keras';

export const keras: Translated<typeof English> = {
  save: 'Für Keras herunterladen',
  saveNamed: '{title} für Keras herunterladen',
  about:
    'Eine Datei mit Gewichten, Graph und dem Zustand von Adam. Keras 3 öffnet sie ohne Code von Etude; in Etude öffnet sie wieder „Modell öffnen“.',
  download: '.keras-Datei herunterladen',
  opened: 'Modell aus Keras geöffnet: {preset}. Es ist bereit zum Komponieren.',
  endsEarly:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Es endet vor Schicht {number, number}, die hier {ours} ist.',
  otherClass:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Schicht {layer} ist {theirs}, hier aber {ours}.',
  otherValue:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: „{key}“ von Schicht {layer} ist {theirs}, hier aber {ours}.',
  oneMore:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Es hat eine Schicht mehr, {theirs}.',
  vocabulary:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Es wählt unter {units, number} Noten und Akkorden eines eigenen Vokabulars, Classic unter {keys, number} Klaviertasten.',
  noLayer:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Es hat keine Schicht „{name}“.',
  otherInputs:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Schicht „{name}“ liest andere Schichten als hier.',
  otherKind:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Es hat eine Schicht anderer Art, {theirs}.',
  moreLearning:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Es hat {theirs, number} lernende Schichten, hier sind es {ours, number}.',
  noWeights:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Schicht „{name}“ hat keine Gewichte der Art {ours}.',
  otherShape:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Die Gewichte von Schicht „{name}“ sind {theirs}, hier aber {ours}.',
  otherFeatures:
    'Dieses Keras-Modell ist ein anderes Netz als die von Etude: Seine Tasten haben andere Merkmale am Eingang.',
  damaged: 'Diese Keras-Datei ist beschädigt; sie kann nicht geöffnet werden.',
  newerForm:
    'Diese HDF5-Datei hat eine Form, die Keras nicht schreibt; speichern Sie das Modell noch einmal mit Keras.',
  packed:
    'Diese HDF5-Datei enthält komprimierte Felder; speichern Sie das Modell noch einmal mit Keras, ohne Kompression.',
  otherNumbers:
    'Die Gewichte in dieser Keras-Datei sind {kind, select, integer{ganze Zahlen} float{Gleitkommazahlen} other{keine einfachen Zahlen}} mit {bits, number} Bit; speichern Sie das Modell in float32.',
  tooLarge:
    'Entpackt ist diese Keras-Datei größer als jedes Modell von Etude; sie wurde nicht geöffnet.',
  notNumbers:
    'Die Gewichte in dieser Keras-Datei sind nicht alle Zahlen; sie ist nicht zu gebrauchen.',
  noModel:
    'Diese Keras-Datei beschreibt kein Modell aus Schichten; sie kann nicht geöffnet werden.',
  noKerasWeights: 'Diese HDF5-Datei enthält keine Gewichte eines Keras-Modells.',
};
