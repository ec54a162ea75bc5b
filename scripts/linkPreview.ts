/**
 * The address of the picture that is shown with a link. Etude runs from any folder of any host, but
 * readers of `og:` tags want whole addresses: `ETUDE_ADDRESS` at the build says where it will lie.
 */
import type { Plugin } from 'vite';

/** As Vite writes the picture's address. */
const PICTURE = './link-preview.png';

export function linkPreview(): Plugin {
  const address = process.env.ETUDE_ADDRESS;
  return {
    name: 'etude-link-preview',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!html.includes(PICTURE)) throw new Error('index.html names no picture for links.');
        if (!address) return html;
        const folder = address.endsWith('/') ? address : `${address}/`;
        return html.replaceAll(PICTURE, new URL('link-preview.png', folder).href);
      },
    },
  };
}
