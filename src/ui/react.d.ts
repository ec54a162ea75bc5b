/** Additions to React's types. */
import 'react';

declare module 'react' {
  /** CSS custom properties in `style`. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }

  /** https://wicg.github.io/entries-api/#dom-htmlinputelement-webkitdirectory */
  interface InputHTMLAttributes<T> {
    webkitdirectory?: '' | undefined;
  }
}
