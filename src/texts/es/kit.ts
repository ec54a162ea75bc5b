import type { Translated } from '../catalogue';
import type { kit as English } from '../en/kit';

export const kit: Translated<typeof English> = {
  save: 'Entrenar en una máquina mayor',
  about:
    'Un zip con el modelo, las piezas como números y un programa en PyTorch: para una máquina, para varias GPU o para un clúster de Ray. Después «Abrir un modelo» abre el resultado, y la curva sigue desde donde está ahora.',
  download: 'Descargar el paquete',
  packing: 'Preparando el paquete…',
  noPieces:
    'Añada antes piezas a la biblioteca: el paquete contiene lo que el modelo ha de aprender.',
};
