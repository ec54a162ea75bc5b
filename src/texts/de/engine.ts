import type { Translated } from '../catalogue';
import type { engine as English } from '../en/engine';

export const engine: Translated<typeof English> = {
  drawnBySoftware: '{adapter} zeichnet auf dem Prozessor, und dort ist WASM schneller.',
  graphicsAdapter: 'die Grafikkarte',
  processor: 'der Prozessor',
  oneThread: 'der Prozessor, mit einem Thread',
  slowJavaScript: 'reines JavaScript, das langsam ist',
  plainJavaScript: 'reines JavaScript',
  unnamedAdapter: 'unbenannte Grafikkarte',
  onlyLastResort: 'Es ist nur dafür da, wenn sonst nichts läuft.',
  slower: '{adapter} erreicht {share, number} % der Geschwindigkeit.',
  lostInRun: 'Es ging während des Trainings verloren.',
  noneRuns: 'Hier läuft kein Rechenwerk.',
  cannotBeUsed: '{engine} wurde verlangt, kann aber nicht verwendet werden.',
  chooseAnother: 'In den Details zum Rechenwerk lässt sich ein anderes wählen.',
  tooSlow: 'Zwei Trainingsschritte dauerten mehr als {seconds, number} s.',
  notStarted: '{engine} konnte nicht gestartet werden.',
  noCanvas: 'Dieser Browser gibt Workern kein Canvas.',
  noWebgl2: 'Dieser Browser gibt Workern kein WebGL 2.',
  onlyWebgl1:
    'Das LSTM braucht WebGL 2, und dieser Browser bietet WebGL 1. Ein anderes Rechenwerk wählen.',
  halfPrecision:
    'Diese Grafikkarte rechnet mit halber Genauigkeit, zu grob für das Training eines LSTM. Ein anderes Rechenwerk wählen.',
  takenAway: 'Der Browser hat die Grafikkarte entzogen.',
  contextLost:
    'Der Browser hat die Grafikkarte entzogen (WebGL-Kontext verloren), und die Zahlen darauf sind weg. Vom letzten Speichern aus fortsetzen.',
  cannotDraw: 'Diese Grafikkarte kann das LSTM nicht zeichnen (Framebuffer-Status {status}).',
  noShader: 'Es ließ sich kein Shader anlegen.',
  shaderRefused: 'Ein Shader des LSTM wurde abgelehnt: {log}',
  textureTooLarge:
    'Das LSTM braucht eine Textur von {width} x {height}, und diese Grafikkarte erlaubt {limit}: kleinere Batches, Sequenzen oder Schichten oder ein anderes Rechenwerk wählen.',
  noWebAssembly: 'Dieser Browser hat kein WebAssembly.',
  noSimd: 'Dem WebAssembly dieses Browsers fehlt SIMD, das die Kernel brauchen.',
  kernelsNotLoaded: 'Die WASM-Kernel konnten nicht geladen werden ({status}).',
  threadNotStarted: 'Ein Hilfsthread ist nicht gestartet.',
  threadFailed: 'Ein Hilfsthread ist nicht gestartet: {reason}',
  threadLost:
    'Ein Hilfsthread der WASM-Kernel ging verloren: Der Trainingsschritt ist ungültig; das Training kann vom letzten Speichern aus weitergehen, sobald die Kernel neu gestartet sind.',
  outOfMemory:
    'Das Netz braucht {megabytes} MB, mehr als WebAssembly hier gibt: weniger Einheiten, kleinere Batches oder kürzere Sequenzen wählen',
};
