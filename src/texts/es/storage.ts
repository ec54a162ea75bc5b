import type { Translated } from '../catalogue';
import type { storage as English } from '../en/storage';

export const storage: Translated<typeof English> = {
  refused: 'Este navegador no guarda nada para Etude aquí: quizá sea una ventana privada.',
  full: 'El espacio que este navegador da a Etude está lleno.',
  replaced: 'Lo guardado de este entrenamiento se descartó o se reemplazó, quizá en otra pestaña.',
  newer:
    'Una versión más nueva de Etude guarda aquí sus datos; cierra las demás pestañas y vuelve a cargar esta página.',
  failed: 'Este navegador no pudo guardar nada.',
  damagedPieces:
    '{count, plural, one{Una de tus piezas está dañada} other{# de tus piezas están dañadas}} en el almacenamiento de este navegador y no se {count, plural, one{pudo} other{pudieron}} abrir.',
  damagedTakes:
    '{count, plural, one{Una de tus tomas está dañada} other{# de tus tomas están dañadas}} en el almacenamiento de este navegador y no se {count, plural, one{pudo} other{pudieron}} abrir.',
  damagedSettings:
    'Tus ajustes están dañados en el almacenamiento de este navegador; se usan los predeterminados.',
  damagedRun: 'Lo guardado de tu último modelo está dañado.',
  allWillBeGone: 'Las piezas y las tomas se perderán al cerrar esta página.',
  modelWillBeLost: 'El entrenamiento continúa, pero el modelo se perderá al cerrar esta página.',
  saveToFile: 'Guardar en un archivo',
  fileReady: '«{name}» está listo.',
  expires:
    'Este navegador puede borrar todo lo guardado aquí tras una semana sin visitas. Guarda lo que quieras conservar, o añade Etude a la pantalla de inicio o al Dock.',
};
