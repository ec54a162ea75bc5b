import type { Translated } from '../catalogue';
import type { keras as English } from '../en/keras';

export const keras: Translated<typeof English> = {
  save: 'Descargar para Keras',
  saveNamed: 'Descargar {title} para Keras',
  about:
    'Un archivo con los pesos, el grafo y el estado de Adam. Keras 3 lo abre sin código de Etude; en Etude se abre de nuevo con «Abrir un modelo».',
  download: 'Descargar el archivo .keras',
  opened: 'Modelo de Keras abierto: {preset}. Está listo para componer.',
  endsEarly:
    'Este modelo de Keras es otra red que las de Etude: termina antes de la capa {number, number}, que aquí es {ours}.',
  otherClass:
    'Este modelo de Keras es otra red que las de Etude: la capa {layer} es {theirs}, y aquí {ours}.',
  otherValue:
    'Este modelo de Keras es otra red que las de Etude: «{key}» de la capa {layer} es {theirs}, y aquí {ours}.',
  oneMore: 'Este modelo de Keras es otra red que las de Etude: tiene una capa más, {theirs}.',
  vocabulary:
    'Este modelo de Keras es otra red que las de Etude: elige entre {units, number} notas y acordes de su propio vocabulario, y Classic entre {keys, number} teclas de piano.',
  noLayer: 'Este modelo de Keras es otra red que las de Etude: no tiene la capa «{name}».',
  otherInputs:
    'Este modelo de Keras es otra red que las de Etude: la capa «{name}» lee otras capas que aquí.',
  otherKind:
    'Este modelo de Keras es otra red que las de Etude: tiene una capa de otra clase, {theirs}.',
  moreLearning:
    'Este modelo de Keras es otra red que las de Etude: aprenden {theirs, number} de sus capas, y aquí {ours, number}.',
  noWeights:
    'Este modelo de Keras es otra red que las de Etude: la capa «{name}» no tiene pesos de {ours}.',
  otherShape:
    'Este modelo de Keras es otra red que las de Etude: los pesos de la capa «{name}» son {theirs}, y aquí {ours}.',
  otherFeatures:
    'Este modelo de Keras es otra red que las de Etude: sus teclas tienen otras características a la entrada.',
  damaged: 'Este archivo de Keras está dañado; no se puede abrir.',
  newerForm:
    'Este archivo HDF5 tiene una forma que Keras no escribe; guarde el modelo de nuevo con Keras.',
  packed:
    'Este archivo HDF5 contiene matrices comprimidas; guarde el modelo de nuevo con Keras, sin compresión.',
  otherNumbers:
    'Los pesos de este archivo de Keras son {kind, select, integer{enteros} float{números de coma flotante} other{algo distinto de números}} de {bits, number} bits; guarde el modelo en float32.',
  tooLarge:
    'Desempaquetado, este archivo de Keras es mayor que cualquier modelo de Etude; no se abrió.',
  notNumbers: 'Los pesos de este archivo de Keras no son todos números; no se puede usar.',
  noModel: 'Este archivo de Keras no describe ningún modelo de capas; no se puede abrir.',
  noKerasWeights: 'Este archivo HDF5 no contiene pesos de un modelo de Keras.',
};
