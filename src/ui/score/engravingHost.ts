/** Where pages are laid out: in the document, since texts are measured there, but unseen. */
import styles from './ScoreView.module.css';

export function engravingHost(): HTMLElement {
  const host = document.createElement('div');
  host.className = styles.host;
  host.setAttribute('aria-hidden', 'true');
  document.body.append(host);
  return host;
}
