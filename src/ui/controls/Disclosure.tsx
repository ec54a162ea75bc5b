/** A section that folds: native `details`, which find-in-page and keyboards support. */

import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  title: string;
  /** A short figure at the end of the title's line. */
  aside?: ReactNode;
  openAtFirst?: boolean;
  children: ReactNode;
}

export function Disclosure(props: DisclosureProps): ReactNode {
  return (
    <details className={styles.disclosure} open={props.openAtFirst}>
      <summary className={styles.summary}>
        <ChevronRight className={styles.chevron} size={14} aria-hidden />
        <h3 className={styles.title}>{props.title}</h3>
        <span className={styles.aside}>{props.aside}</span>
      </summary>
      <div className={styles.content}>{props.children}</div>
    </details>
  );
}
