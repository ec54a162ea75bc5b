/** The browser's graphics adapter. Independent of tfjs, so that the page may import it. */
import { t } from '../../texts/t';

export interface GraphicsAdapter {
  /** Short name for display: "SwiftShader (software)", "Apple M2". */
  name: string;
  /** Device and driver as the browser reports them. */
  renderer: string;
  /** Whether the adapter is the processor (SwiftShader, llvmpipe). */
  software: boolean;
}

const SOFTWARE_ADAPTERS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Queries a WebGL context of one pixel and releases it.
 * @throws {Error} with a plain sentence where there is no WebGL 2 for workers, as in old Safaris
 */
export function findGraphicsAdapter(): GraphicsAdapter {
  if (typeof OffscreenCanvas === 'undefined') {
    throw new Error(t('engine.noCanvas'));
  }
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) throw new Error(t('engine.noWebgl2'));
  const renderer = rendererOf(context);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { name: deviceName(renderer), renderer, software: SOFTWARE_ADAPTERS.test(renderer) };
}

/** The same, or undefined where there is no adapter. */
export function graphicsAdapterHere(): GraphicsAdapter | undefined {
  try {
    return findGraphicsAdapter();
  } catch {
    // No adapter: not an error here.
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
  if (renderer === '') return t('engine.unnamedAdapter');
  if (/swiftshader/i.test(renderer)) return 'SwiftShader (software)';
  return /^ANGLE \([^,]*, ([^,]*)/.exec(renderer)?.[1] ?? renderer;
}
