import type { Translated } from '../catalogue';
import type { engine as English } from '../en/engine';

export const engine: Translated<typeof English> = {
  drawnBySoftware: '{adapter} dibuja en el procesador, donde WASM es más rápido.',
  graphicsAdapter: 'la tarjeta gráfica',
  processor: 'el procesador',
  oneThread: 'el procesador, con un solo hilo',
  slowJavaScript: 'JavaScript puro, que es lento',
  plainJavaScript: 'JavaScript puro',
  unnamedAdapter: 'tarjeta gráfica sin nombre',
  onlyLastResort: 'Solo sirve donde no funciona nada más.',
  slower: '{adapter} alcanza el {share, number} % de la velocidad.',
  lostInRun: 'Se perdió durante el entrenamiento.',
  noneRuns: 'Aquí no funciona ningún motor.',
  cannotBeUsed: 'Se pidió {engine}, pero no se puede usar.',
  chooseAnother: 'En los detalles del motor se puede elegir otro.',
  tooSlow: 'Dos pasos de entrenamiento tardaron más de {seconds, number} s.',
  notStarted: 'No se pudo iniciar {engine}.',
  noCanvas: 'Este navegador no da canvas a los workers.',
  noWebgl2: 'Este navegador no da WebGL 2 a los workers.',
  onlyWebgl1: 'La LSTM necesita WebGL 2 y este navegador da WebGL 1. Hay que usar otro motor.',
  halfPrecision:
    'Esta tarjeta gráfica calcula con precisión media, demasiado gruesa para entrenar una LSTM. Hay que usar otro motor.',
  takenAway: 'El navegador retiró la tarjeta gráfica.',
  contextLost:
    'El navegador retiró la tarjeta gráfica (se perdió el contexto WebGL) y los números que tenía se perdieron. Hay que continuar desde el último guardado.',
  cannotDraw: 'Esta tarjeta gráfica no puede dibujar la LSTM (estado del framebuffer: {status}).',
  noShader: 'No se pudo crear ningún shader.',
  shaderRefused: 'Se rechazó un shader de la LSTM: {log}',
  textureTooLarge:
    'La LSTM necesita una textura de {width} x {height} y esta tarjeta gráfica permite {limit}: hay que usar lotes, secuencias o capas más pequeños, u otro motor.',
  noWebAssembly: 'Este navegador no tiene WebAssembly.',
  noSimd: 'Al WebAssembly de este navegador le falta SIMD, que los kernels necesitan.',
  kernelsNotLoaded: 'No se pudieron cargar los kernels WASM ({status}).',
  threadNotStarted: 'Un hilo auxiliar no se inició.',
  threadFailed: 'Un hilo auxiliar no se inició: {reason}',
  threadLost:
    'Se perdió un hilo auxiliar de los kernels WASM: el paso de entrenamiento no vale; se puede continuar desde el último guardado cuando los kernels se hayan reiniciado.',
  outOfMemory:
    'La red necesita {megabytes} MB, más de lo que WebAssembly da aquí: hay que usar menos unidades, lotes más pequeños o secuencias más cortas',
};
