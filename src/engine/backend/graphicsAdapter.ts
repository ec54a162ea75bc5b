/** Which graphics adapter the browser draws with. Knows nothing of tfjs, so that a page may ask. */

export interface GraphicsAdapter {
  /** The device, for people: "SwiftShader (software)", "Apple M2". */
  name: string;
  /** All that the browser tells of device and driver. */
  renderer: string;
  /** Whether the processor does the drawing (SwiftShader, llvmpipe). */
  software: boolean;
}

const SOFTWARE_ADAPTERS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Asks a context of one pixel, and gives it back.
 * @throws {Error} with a plain sentence where there is no WebGL 2 for workers, as in old Safaris
 */
export function findGraphicsAdapter(): GraphicsAdapter {
  if (typeof OffscreenCanvas === 'undefined') {
    throw new Error('This browser gives workers no canvas.');
  }
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) throw new Error('This browser gives workers no WebGL 2.');
  const renderer = rendererOf(context);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { name: deviceName(renderer), renderer, software: SOFTWARE_ADAPTERS.test(renderer) };
}

/** The same for those who can do without. */
export function graphicsAdapterHere(): GraphicsAdapter | undefined {
  try {
    return findGraphicsAdapter();
  } catch {
    // No graphics adapter is an answer too.
    return undefined;
  }
}

function rendererOf(context: WebGL2RenderingContext): string {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = context.getParameter(
    info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER,
  );
  return typeof renderer === 'string' ? renderer : '';
}

/** ANGLE's long form, `ANGLE (vendor, device, driver)`, shortened to the device. */
function deviceName(renderer: string): string {
  if (renderer === '') return 'unnamed adapter';
  if (/swiftshader/i.test(renderer)) return 'SwiftShader (software)';
  return /^ANGLE \([^,]*, ([^,]*)/.exec(renderer)?.[1] ?? renderer;
}
