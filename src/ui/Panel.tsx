/** The frame of a panel: numbered heading, a figure beside it, content. */
import type { ReactNode } from 'react';
import { useAppState } from '../app/context';
import { t } from '../texts/t';
import styles from './Panel.module.css';
import { nextStep, type Step } from './steps';

interface PanelProps {
  /** The section's id in the page: links lead to it. */
  id: Step;
  /** A figure beside the heading, such as "3 pieces". */
  aside: ReactNode;
  /** Class of the section, for the panel's share of the page. */
  className?: string;
  children: ReactNode;
}

/** The number in front of the heading is the panel's place on the page, counted by CSS. */
export function Panel({ id, aside, className = '', children }: PanelProps): ReactNode {
  const next = useAppState((state) => nextStep(state) === id);
  return (
    <section
      className={`${styles.panel} ${className}`}
      id={id}
      aria-labelledby={`${id}-title`}
      data-next={next}
    >
      <header className={styles.header}>
        <span className={styles.number} aria-hidden />
        <h2 className={styles.title} id={`${id}-title`}>
          {t(`page.${id}`)}
        </h2>
        <span className={styles.aside}>{aside}</span>
      </header>
      {children}
    </section>
  );
}

/** The part of a panel that scrolls; it takes the height that the rest leaves. */
export function PanelScroll({
  className = '',
  children,
}: Pick<PanelProps, 'className' | 'children'>): ReactNode {
  return <div className={`${styles.scroll} ${className}`}>{children}</div>;
}
