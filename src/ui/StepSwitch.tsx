/**
 * The strip of felt between stage and panels. In narrow windows it stays in sight, links to the
 * panels and marks the one being read.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { useAppState } from '../app/context';
import { t } from '../texts/t';
import { panels } from './panels';
import styles from './StepSwitch.module.css';
import { nextStep, type Step } from './steps';

export function StepSwitch(): ReactNode {
  const next = useAppState(nextStep);
  const reading = usePanelInSight();
  return (
    <nav className={styles.felt} aria-label={t('page.steps')}>
      {panels.map(({ id }, i) => (
        <a
          key={id}
          className={styles.step}
          href={`#${id}`}
          aria-current={reading === id ? 'step' : undefined}
          data-next={next === id}
        >
          <span className={styles.number}>{i + 1}</span>
          {t(`page.${id}`)}
        </a>
      ))}
    </nav>
  );
}

/** Id of the last panel whose heading has passed the upper third of the window. */
function usePanelInSight(): Step {
  const [reading, setReading] = useState<Step>(panels[0].id);
  useEffect(() => {
    const inSight = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inSight.add(target.id);
          else inSight.delete(target.id);
        }
        const last = panels.findLast(({ id }) => inSight.has(id));
        if (last) setReading(last.id);
      },
      { rootMargin: '-34% 0px -65% 0px' },
    );
    for (const { id } of panels) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, []);
  return reading;
}
