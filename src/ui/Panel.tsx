/** One step of the walk: its numbered heading, a figure beside it, and its content. */
import type { ReactNode } from 'react';
import { useAppState } from '../app/context';
import styles from './Panel.module.css';
import { nextStep, type StepId, steps } from './steps';

interface PanelProps {
  step: StepId;
  /** How things stand, beside the heading. */
  aside: ReactNode;
  children: ReactNode;
}

export function Panel({ step, aside, children }: PanelProps): ReactNode {
  const next = useAppState((state) => nextStep(state) === step);
  const { number, title } = steps[steps.findIndex(({ id }) => id === step)];
  return (
    <section className={styles.panel} id={step} aria-labelledby={`${step}-title`} data-next={next}>
      <header className={styles.header}>
        <span className={styles.number} aria-hidden>
          {number}
        </span>
        <h2 className={styles.title} id={`${step}-title`}>
          {title}
        </h2>
        <span className={styles.aside}>{aside}</span>
      </header>
      {children}
    </section>
  );
}
