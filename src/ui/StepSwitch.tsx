/**
 * The strip of felt between stage and steps. On narrow windows it carries the steps' names, stays
 * in sight, and tells which one is being read.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { useAppState } from '../app/context';
import styles from './StepSwitch.module.css';
import { nextStep, type StepId, steps } from './steps';

export function StepSwitch(): ReactNode {
  const next = useAppState(nextStep);
  const reading = useStepInSight();
  return (
    <nav className={styles.felt} aria-label="Steps">
      {steps.map(({ id, number, title }) => (
        <a
          key={id}
          className={styles.step}
          href={`#${id}`}
          aria-current={reading === id ? 'step' : undefined}
          data-next={next === id}
        >
          <span className={styles.number}>{number}</span>
          {title}
        </a>
      ))}
    </nav>
  );
}

/** The last step whose heading has passed the upper third of the window. */
function useStepInSight(): StepId {
  const [reading, setReading] = useState<StepId>('library');
  useEffect(() => {
    const inSight = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inSight.add(target.id);
          else inSight.delete(target.id);
        }
        const last = steps.findLast(({ id }) => inSight.has(id));
        if (last) setReading(last.id);
      },
      { rootMargin: '-34% 0px -65% 0px' },
    );
    for (const { id } of steps) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, []);
  return reading;
}
