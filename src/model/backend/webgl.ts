/** The WebGL backend in a worker: OffscreenCanvas, and the adapter's name. */
import '@tensorflow/tfjs-backend-webgl';
import type { BackendFacts } from '../engineReport';

const SOFTWARE_ADAPTERS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * @throws {Error} with a plain sentence where there is no WebGL 2 for workers, as in Safari
 */
export async function startWebgl(): Promise<BackendFacts> {
  if (typeof OffscreenCanvas === 'undefined') {
    throw new Error('This browser gives workers no canvas.');
  }
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) throw new Error('This browser gives workers no WebGL 2.');
  const adapter = adapterName(context);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { backend: 'webgl', adapter, software: SOFTWARE_ADAPTERS.test(adapter), threads: 1 };
}

/** ANGLE's long form, `ANGLE (vendor, device, driver)`, shortened to the device. */
function adapterName(context: WebGL2RenderingContext): string {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(
    info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER,
  );
  if (typeof name !== 'string' || name === '') return 'unnamed adapter';
  if (/swiftshader/i.test(name)) return 'SwiftShader (software)';
  return /^ANGLE \([^,]*, ([^,]*)/.exec(name)?.[1] ?? name;
}
