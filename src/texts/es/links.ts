import type { Translated } from '../catalogue';
import type { links as English } from '../en/links';

export const links: Translated<typeof English> = {
  name: 'Toma de un enlace',
  came: '{title} llegó con el enlace.',
  untitled: 'Una toma',
  play: 'Reproducir',
  playTake: 'Reproducir la toma',
  makeYourOwn: 'Hacer una propia',
  close: 'Cerrar',
  closeTake: 'Cerrar la toma',
  copy: 'Copiar enlace',
  share: 'Compartir',
  settingsChosen: 'Se han elegido los ajustes de «{title}». Ahora, entrenar y luego generar.',
  copied: 'El enlace a «{title}» está copiado. Contiene la toma entera.',
  notCopied: 'El navegador no permitió copiar. Hay que pulsar «Copiar enlace» otra vez.',
  notShared: 'El navegador no permitió compartir. Hay que pulsar «Compartir» otra vez.',
  tooLong: '«{title}» es demasiado larga para un enlace. Se puede enviar como archivo.',
  otherVersion:
    'Este enlace se hizo con otra versión de Etude. Conviene recargar la página y abrirlo de nuevo.',
  unreadable: 'Este enlace no contiene ninguna toma que Etude pueda leer. Quizá se haya cortado.',
};
