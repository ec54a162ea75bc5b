import type { Translated } from '../catalogue';
import type { compose as English } from '../en/compose';

export const compose: Translated<typeof English> = {
  settings: 'Ajustes de las próximas tomas',
  length: 'Duración',
  lengthNotes: '{count, plural, one{# nota} other{# notas}} a pasos iguales.',
  lengthBars: '{count, plural, one{# compás} other{# compases}}, con un acorde final en el último.',
  lengthBarsThenChord:
    '{count, plural, one{# compás} other{# compases}} y después un acorde final en la siguiente barra de compás.',
  key: 'Tonalidad',
  anyKey: 'Cualquier tonalidad',
  keyAsLearnt: 'Como en las piezas',
  major: 'Mayor',
  minor: 'Menor',
  pentatonic: 'Pentatónica',
  majorKey: `{tonic, select, 0{do mayor} 1{re♭ mayor} 2{re mayor} 3{mi♭ mayor} 4{mi mayor}
    5{fa mayor} 6{fa♯ mayor} 7{sol mayor} 8{la♭ mayor} 9{la mayor} 10{si♭ mayor}
    other{si mayor}}`,
  minorKey: `{tonic, select, 0{do menor} 1{do♯ menor} 2{re menor} 3{mi♭ menor} 4{mi menor}
    5{fa menor} 6{fa♯ menor} 7{sol menor} 8{sol♯ menor} 9{la menor} 10{si♭ menor}
    other{si menor}}`,
  pentatonicKey: `{tonic, select, 0{do pentatónica} 1{re♭ pentatónica} 2{re pentatónica}
    3{mi♭ pentatónica} 4{mi pentatónica} 5{fa pentatónica} 6{fa♯ pentatónica}
    7{sol pentatónica} 8{la♭ pentatónica} 9{la pentatónica} 10{si♭ pentatónica}
    other{si pentatónica}}`,
  strictKey: 'Solo notas de esta tonalidad',
  style: 'Estilo',
  form: 'Forma',
  formDrawn: 'Tomada de las piezas propias',
  formTaught: 'Tomada de las partituras aprendidas',
  formFree: 'Libre',
  formAs: 'Como en {title}',
  formAsRemoved: 'Como en una pieza quitada',
  repetition: 'Repetición',
  repetitionLess: 'Menos',
  repetitionAsLearnt: 'Como se aprendió',
  repetitionMore: 'Más',
  safeWild: 'Prudente – audaz',
  safe: 'Prudente',
  ratherSafe: 'Más bien prudente',
  balanced: 'Equilibrado',
  ratherWild: 'Más bien audaz',
  wild: 'Audaz',
  customWildness: 'Valores propios',
  opening: 'Comienzo',
  silence: 'Silencio',
  startOfPiece: 'El comienzo de una pieza',
  advanced: 'Avanzado',
  temperature: 'Temperatura',
  topP: 'Top-p',
  rhythmTemperature: 'Temperatura del ritmo',
  takesAtOnce: 'Tomas a la vez',
  seed: 'Semilla aleatoria',
  lockSeed: 'Fijar la semilla',
  newSeed: 'Nueva semilla aleatoria',
  seedLocked: 'La semilla está fijada: los mismos ajustes dan las mismas tomas.',
  generate: 'Generar',
  cancel: 'Cancelar',
  cancelGenerating: 'Cancelar la generación',
  progress: 'Progreso de la generación',
  composed: '{percent, number} % compuesto',
  loadingModel: 'Cargando el modelo de Etude: {percent, number} %',
  trainFirst: 'Primero hay que entrenar: todavía no hay modelo.',
  ownModel: 'El modelo propio de Etude',
  ownModelTaught:
    'El modelo propio de Etude: aprendió de {scores, plural, one{# partitura} other{# partituras}}.',
  credits: 'Créditos',
  creditsOfModel: 'Créditos del modelo propio de Etude',
  sources: 'Fuentes',
  source: '{title}: {scores, plural, one{# partitura} other{# partituras}}, {licences}',
  composers: 'Compositores',
  taught:
    'Aprendió de {scores, plural, one{# partitura} other{# partituras}}, {notes, number} notas, de {composers, plural, one{# compositor} other{# compositores}}, entre ellos {names}. {epochs, plural, one{# época} other{# épocas}} en {minutes, plural, one{# minuto} other{# minutos}}, {date}.',
  heldOut:
    'Con {scores, plural, one{# partitura} other{# partituras}} de {composers, plural, one{# compositor} other{# compositores}} que no aprendió, necesita {nats} nats por nota. 19 de cada 20 de esas partituras comparten como mucho {usual, plural, one{# nota seguida} other{# notas seguidas}} con una que aprendió.',
  otherVersion: 'Este modelo se entrenó con otra versión de Etude y no puede componer aquí.',
  noAgain: 'Este modelo no puede volver a componer compases de una toma.',
  cancelled: 'Se canceló la composición.',
};
