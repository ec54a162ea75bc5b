import type { Translated } from '../catalogue';
import type { controls as English } from '../en/controls';

export const controls: Translated<typeof English> = {
  mustBeWhole: 'hace falta un número entero de {minimum} a {maximum}',
  mustBeNumber: 'hace falta un número de {minimum} a {maximum}',
  stillUsing: '{label}: {must}. Se sigue usando {value}.',
  needsNumber: 'hace falta un número',
  goesUpTo: 'como máximo {maximum}',
  startsAt: 'como mínimo {minimum}',
  takesWhole: 'solo números enteros',
  used: '{label}: {why}. Se usa {value}.',
  close: 'Cerrar',
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied:
    'El navegador no permitió copiar. Las líneas están seleccionadas: se copian como cualquier texto.',
};
