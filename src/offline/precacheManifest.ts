/** The files of one build, as its service worker knows them. */

export interface PrecachedFile {
  /** Relative to the app's folder; the page itself is the empty path. */
  path: string;
  /** As in Subresource Integrity: `sha256-` and the digest in base64. */
  integrity: string;
  /** Whether it is fetched and kept when it is first asked for. Default: when the app is installed. */
  whenAsked?: true;
}

export interface PrecacheManifest {
  /** Differs whenever any file does. */
  version: string;
  files: readonly PrecachedFile[];
}
