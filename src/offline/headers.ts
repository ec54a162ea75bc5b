/**
 * What every answer from Etude's own origin carries. One source for the page's `<meta>`, the
 * development and preview servers, and the service worker, which adds it where a static host
 * cannot.
 */

/**
 * Cross-origin isolation: SharedArrayBuffer, and with it the kernels' helper threads, exist only
 * in pages that are served with these.
 */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * React Aria writes two `<style>` elements of its own, both constant, and allowed by their hash:
 * `touch-action` for everything that can be pressed, and on iOS `overscroll-behavior` under an
 * open overlay. Chromium's message about a refused style names the hash if they ever change.
 */
const REACT_ARIA_STYLES = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/** https://www.w3.org/TR/CSP3/: what the page and its workers may load, run and talk to. */
const directives = {
  'default-src': ["'self'"],
  // Compiling WebAssembly counts as evaluating; JavaScript's own `eval` stays forbidden.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", ...REACT_ARIA_STYLES],
  'connect-src': ["'self'"],
  // The page's icon draws the progress of a run.
  'img-src': ["'self'", 'data:'],
  // Tone.js keeps its clock in a worker that it makes from a blob.
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'none'"],
};

type Sources = Partial<Record<keyof typeof directives | 'frame-ancestors', readonly string[]>>;

function write(sources: Sources): string {
  return Object.entries(sources)
    .map(([directive, values]) => `${directive} ${values.join(' ')}`)
    .join('; ');
}

/** As the built page states it of itself; `<meta>` may not say who frames the page. */
export const pagePolicy: string = write(directives);

/** As a header states it. */
const headerPolicy = write({ ...directives, 'frame-ancestors': ["'self'"] });

/** For every answer of the preview server and of the service worker. */
export const securityHeaders = {
  ...isolationHeaders,
  'Content-Security-Policy': headerPolicy,
};

/**
 * For the development server, which writes scripts and styles into the page as it goes: they carry
 * a nonce. Its socket for changed modules is of the same origin.
 */
export function developmentPolicy(nonce: string): string {
  const marked = `'nonce-${nonce}'`;
  return write({
    ...directives,
    'script-src': [...directives['script-src'], marked],
    'style-src': [...directives['style-src'], marked],
  });
}
